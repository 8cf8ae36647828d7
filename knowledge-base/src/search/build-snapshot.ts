import { collectPostings, type SearchableArticle } from './collect-postings';
import { learnFromQueries } from './learn-from-queries';
import { plainText } from './plain-text';
import { writeSnapshot } from './write-snapshot';

/**
 * Builds the search index of some articles, as bytes that can be stored. Takes about 0.1 ms an article, more where
 * there are many example questions to learn from, and lets the process do other things in between.
 */
export async function buildSnapshot(articles: readonly SearchableArticle[]): Promise<Uint8Array> {
  const readable = articles.map((article) => ({ ...article, text: plainText(article.text) }));
  const postings = await collectPostings(readable);
  await learnFromQueries(postings, readable);
  return writeSnapshot(
    postings,
    articles.map(({ id }) => id),
  );
}
