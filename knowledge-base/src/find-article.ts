import type { Queryable } from '@discord-channel/database';
import type { Article, KnowledgeScope } from './article';
import { readArticles } from './read-articles';

export type FindArticleResult = { kind: 'found'; article: Article } | { kind: 'not-found' };

/** A published article by its id, as one server sees it. */
export async function findArticle(
  database: Queryable,
  { articleId, ...scope }: KnowledgeScope & { articleId: string },
): Promise<FindArticleResult> {
  const [article] = await readArticles(database, scope, [articleId]);
  return article ? { kind: 'found', article } : { kind: 'not-found' };
}
