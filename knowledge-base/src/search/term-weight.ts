import { imaginedArticles } from './common-words';
import { kindWeights, type TermKind } from './term-kinds';

export interface TermStatistics {
  kind: TermKind;
  /** Articles that have it; 0 for a word that the knowledge base does not know. */
  articlesWithIt: number;
  articleCount: number;
  isCommon: boolean;
}

/** How much a term tells: the rarer, the more (the inverse document frequency of BM25, by its kind). */
export function termWeight({ kind, articlesWithIt, articleCount, isCommon }: TermStatistics): number {
  const withIt = articlesWithIt + (isCommon ? imaginedArticles : 0);
  const count = articleCount + (isCommon ? imaginedArticles : 0);
  return kindWeights[kind] * Math.log(1 + (count - withIt + 0.5) / (withIt + 0.5));
}
