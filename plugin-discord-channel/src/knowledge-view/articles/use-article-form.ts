import type { ArticleView } from '@discord-channel/contracts';
import { useState } from 'react';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { chosenServer } from '../server-choices';
import { type Attempt, useVersionedForm } from '../use-versioned-form';

type ArticleFields = Record<'server' | 'title' | 'label' | 'queries' | 'url' | 'text' | 'language' | 'state', string>;

export interface UseArticleFormOptions {
  client: ArticleClient;
  /** Left out for a new one. */
  article: ArticleView | undefined;
  /** For whom a new one is at first. */
  server: string;
  createId: () => string;
  onSaved: () => void;
}

/** The form of an article: sends all of it, under the version that it was decided on. */
export function useArticleForm({ client, article, server, createId, onSaved }: UseArticleFormOptions) {
  const [key, setKey] = useState(() => article?.key ?? createId());
  const fieldsOf = (view: ArticleView): ArticleFields => ({
    server,
    title: view.title,
    label: view.label,
    queries: view.queries.join('\n'),
    url: view.url ?? '',
    text: view.text,
    language: view.language,
    state: view.state,
  });
  const send = async (draft: ArticleFields, version: number | null): Promise<Attempt<ArticleFields>> => {
    const { server: chosen, queries, state, ...words } = draft;
    const content = {
      ...words,
      queries: queries.split('\n'),
      state: state === 'draft' ? ('draft' as const) : ('published' as const),
    };
    const result = await client.saveArticle({
      key,
      version,
      server: article ? { applicationId: article.applicationId, guildId: article.guildId } : chosenServer(chosen),
      article: content,
    });
    if (result.kind === 'article') return { kind: 'saved' };
    if (result.kind !== 'refused' || result.code !== 'stale-version') return result;
    const now = await client.getArticle(key);
    if (now.kind !== 'article') return now;
    if (now.article) {
      const { version: newer, updatedBy } = now.article;
      return { kind: 'stale', current: fieldsOf(now.article), version: newer, by: updatedBy };
    }
    // What was typed becomes an article of its own with the next press.
    setKey(createId());
    return { kind: 'gone' };
  };
  const empty = { title: '', label: '', queries: '', url: '', text: '', language: 'en', state: 'published', server };
  return useVersionedForm({
    current: article ? fieldsOf(article) : empty,
    version: article?.version ?? null,
    send,
    gone: text('articles.gone-while-editing'),
    // Such as `article.queries.3`.
    fieldOf: (path) => (path === 'server' ? path : path.split('.')[1]),
    onSaved,
  });
}
