import type { Queryable } from '@discord-channel/database';
import type { KnowledgeScope } from './article';
import { type ArticleIndex, buildArticleIndex, type FoundArticle } from './article-index';
import { readArticles } from './read-articles';

export interface ArticleSearch {
  /** The articles that fit a question, best first. */
  search(scope: KnowledgeScope, question: string, limit: number): Promise<FoundArticle[]>;
}

export interface ArticleSearchDependencies {
  database: Queryable;
  /** Milliseconds that only grow. */
  monotonicNow: () => number;
}

interface CachedIndex {
  revision: string;
  checkedAt: number;
  index: ArticleIndex;
}

/** How long a new publication may stay unseen. In milliseconds. */
const staleAfter = 2_000;

/**
 * Search over the articles in Postgres, through an index per server that is kept in memory. Whether something was
 * published since is asked at most once every two seconds.
 */
export function createArticleSearch({ database, monotonicNow }: ArticleSearchDependencies): ArticleSearch {
  const indexes = new Map<string, CachedIndex>();

  async function currentIndex(scope: KnowledgeScope): Promise<ArticleIndex> {
    const key = `${scope.applicationId}/${scope.guildId ?? ''}`;
    const cached = indexes.get(key);
    const checkedAt = monotonicNow();
    if (cached && checkedAt - cached.checkedAt < staleAfter) return cached.index;
    // Read before the articles: a publication in between is seen at the next look, never missed.
    const revision = await readRevision(database, scope.applicationId);
    const index = cached?.revision === revision ? cached.index : buildArticleIndex(await readArticles(database, scope));
    indexes.set(key, { revision, checkedAt, index });
    return index;
  }

  return { search: async (scope, question, limit) => (await currentIndex(scope)).search(question, limit) };
}

async function readRevision(database: Queryable, applicationId: string): Promise<string> {
  const { rows } = await database.query<{ revision: string }>(
    'select revision from knowledge_base.revisions where application_id = $1',
    [applicationId],
  );
  return rows[0]?.revision ?? 'none';
}
