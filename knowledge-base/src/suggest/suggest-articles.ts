import { mostSuggestions, type SuggestedArticle } from '@discord-channel/contracts';
import type { KnowledgeScope } from '../article';
import type { ArticleSearch } from '../article-search';
import { excerptOf } from '../excerpt-of';
import { markWords } from './mark-words';
import { passageOf } from './passage-of';

/**
 * The articles that have most to do with what a customer wrote or an agent looks for, best first, with the words that
 * they have in common marked. The agent judges, so nothing is left out for being unsure.
 */
export async function suggestArticles(
  search: ArticleSearch,
  { text, ...scope }: KnowledgeScope & { text: string },
): Promise<SuggestedArticle[]> {
  const { articles } = await search.search(scope, text, mostSuggestions);
  const mark = markWords(text);
  return articles.map(({ article }) => ({
    id: article.id,
    title: { text: article.title, marks: mark(article.title) },
    category: article.category,
    url: article.url,
    passage: passageOf(article.text, mark),
    excerpt: excerptOf(article.text),
  }));
}
