import { buildSnapshot } from '../../src/search/build-snapshot';
import type { SearchableArticle } from '../../src/search/collect-postings';
import { openSearchIndex, type SearchIndex } from '../../src/search/search-index';

export const article = (
  id: string,
  title: string,
  queries: string[],
  text = '',
  category = 'Account',
): SearchableArticle => ({ id, title, category, queries, text });

/** An index over some articles, packed and opened as in production. */
export async function indexOf(articles: readonly SearchableArticle[]): Promise<SearchIndex> {
  return openSearchIndex(await buildSnapshot(articles));
}
