import type { Queryable } from '@discord-channel/database';
import type { Article, KnowledgeScope } from './article';
import { readArticles } from './read-articles';
import { type OpenedIndex, openIndex } from './snapshots/open-index';

export interface FoundArticle {
  article: Article;
  /** Comparable within one search only. Higher is better. */
  score: number;
}

export interface FoundArticles {
  /** The articles that have something to do with the question, best first. None is an honest answer. */
  articles: FoundArticle[];
  /** The chance that the first is the right one: 0 to 1, calibrated. */
  confidence: number;
  /** The chance that there is a right one at all: 0 to 1, calibrated. */
  answerable: number;
}

export interface ArticleSearch {
  /** The articles that fit a question, and how sure that is. `decideAnswer` makes an answer of it. */
  search(scope: KnowledgeScope, question: string, limit: number): Promise<FoundArticles>;
}

export interface ArticleSearchDependencies {
  database: Queryable;
  /** Milliseconds that only grow. */
  monotonicNow: () => number;
}

interface Look {
  at: number;
  opened: Promise<OpenedIndex>;
}

/** How long a new publication may stay unseen. In milliseconds. */
const staleAfter = 2_000;

/**
 * Search over the articles in Postgres, through an index per server that is kept in memory. Whether something was
 * published since is asked at most once every two seconds; the articles found are read as they are now.
 */
export function createArticleSearch({ database, monotonicNow }: ArticleSearchDependencies): ArticleSearch {
  const looks = new Map<string, Look>();

  function look(scope: KnowledgeScope): Promise<OpenedIndex> {
    const key = `${scope.applicationId}/${scope.guildId ?? ''}`;
    const last = looks.get(key);
    const at = monotonicNow();
    if (last && at - last.at < staleAfter) return last.opened;
    const present = last?.opened.catch(() => undefined) ?? Promise.resolve(undefined);
    const opened = present.then((before) => openIndex(database, scope, before));
    const current = { at, opened };
    looks.set(key, current);
    opened.catch(() => {
      // What failed is tried again by the next question.
      if (looks.get(key) === current) looks.delete(key);
    });
    return opened;
  }

  return {
    async search(scope, question, limit) {
      const { index } = await look(scope);
      const { matches, confidence, answerable } = index.search(question, limit);
      if (matches.length === 0) return { articles: [], confidence: 0, answerable: 0 };
      const ids = matches.map(({ id }) => id);
      const present = new Map((await readArticles(database, scope, ids)).map((article) => [article.id, article]));
      const articles = matches.flatMap(({ id, score }) => {
        const article = present.get(id);
        return article ? [{ article, score }] : [];
      });
      // The confidence was in the first match; it may have been taken back since the index was built.
      return { articles, confidence: present.has(ids[0] ?? '') ? confidence : 0, answerable };
    },
  };
}
