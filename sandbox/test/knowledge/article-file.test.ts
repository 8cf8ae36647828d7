import type { ArticleView } from '@discord-channel/contracts';
import { readArticleRows } from '@discord-channel/knowledge-base';
import { writeArticleFile } from '../../../plugin-discord-channel/src/knowledge-view/articles/write-article-file';

const article = (changes: Partial<ArticleView>): ArticleView => ({
  key: '7b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  applicationId: '100000000000000001',
  guildId: null,
  id: 'a',
  title: 'T',
  label: 'L',
  language: 'en',
  state: 'published',
  version: 1,
  updatedBy: 'kim@example.com',
  updatedAt: '2026-11-21T12:00:00.000Z',
  queries: [],
  url: null,
  text: 'Text',
  ...changes,
});

const articles = [
  article({ id: 'plain' }),
  article({
    id: 'marks',
    title: 'A "quoted", comma; semicolon',
    label: '=1+1',
    queries: ['one | with a bar'],
    url: 'https://a.example/?q=1,2',
    text: '# Heading\n\n- "list"\r\n- 🎮 مرحبا\n\n```\na,b\n```',
    language: 'zh-CN',
    state: 'draft',
  }),
  article({ id: 'many', queries: ['a, b', 'c|d', 'e "f"'] }),
];

test.each(['csv', 'json'] as const)('what is exported as %s imports to the same', (format) => {
  expect(readArticleRows('file', format, writeArticleFile(articles, format))).toEqual({
    kind: 'read',
    articles: articles.map(({ id, title, label, queries, url, text, language, state }) => ({
      id,
      title,
      category: label,
      queries,
      url,
      text,
      language,
      state,
    })),
  });
});
