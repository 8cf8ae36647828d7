import type { ArticleView, SaveArticleRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { beginPublication } from './begin-publication';
import { chooseId } from './choose-id';
import { endPublication } from './end-publication';
import { isKnownServer } from './is-known-server';
import { readArticle } from './read-article';

export type SaveArticleResult =
  | { kind: 'saved'; article: ArticleView }
  /** Somebody changed it since that version; nothing was done. */
  | { kind: 'stale'; current: ArticleView }
  /** Somebody deleted it; nothing was done. */
  | { kind: 'gone' }
  /** The bot knows no such server. */
  | { kind: 'unknown-server' };

/**
 * Adds an article or changes one that was not changed since it was looked at. Safe to repeat: a request that was
 * carried out is answered with what it made. Searches find the change at once.
 * @param updatedBy who writes, for the record.
 */
export function saveArticle(
  pool: Pool,
  { key, version, server, article }: SaveArticleRequest,
  updatedBy: string,
): Promise<SaveArticleResult> {
  return inTransaction(pool, async (transaction): Promise<SaveArticleResult> => {
    const { applicationId } = await placeOf(transaction, key, server);
    await beginPublication(transaction, applicationId);
    const known = await readArticle(transaction, key);
    if (known.kind === 'gone' && version !== null) return { kind: 'gone' };
    if (known.kind === 'found') {
      if (isSame(known.article, article)) return { kind: 'saved', article: known.article };
      if (known.article.version !== version) return { kind: 'stale', current: known.article };
    } else if (!(await isKnownServer(transaction, server))) {
      return { kind: 'unknown-server' };
    }
    const { title, label, queries, url, text, language, state } = article;
    const content = [title, label, queries, url, text, language, state, updatedBy];
    if (known.kind === 'found') {
      await transaction.query(
        `update knowledge_base.articles
            set title = $2, category = $3, queries = $4, url = $5, text = $6, language = $7, state = $8,
                updated_by = $9, updated_at = now(), version = version + 1
          where key = $1`,
        [key, ...content],
      );
    } else {
      const id = await chooseId(transaction, server, { title, key });
      await transaction.query(
        `insert into knowledge_base.articles
           (key, title, category, queries, url, text, language, state, updated_by, application_id, guild_id, id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [key, ...content, server.applicationId, server.guildId, id],
      );
    }
    await endPublication(transaction, applicationId);
    const saved = await readArticle(transaction, key);
    return saved.kind === 'found' ? { kind: 'saved', article: saved.article } : { kind: 'gone' };
  });
}

/** The application of an article that is there, else the one that was named. */
async function placeOf(transaction: Queryable, key: string, named: SaveArticleRequest['server']) {
  const { rows } = await transaction.query<{ application_id: string }>(
    'select application_id from knowledge_base.articles where key = $1',
    [key],
  );
  return { applicationId: rows[0]?.application_id ?? named.applicationId };
}

/** True for a request that was carried out before. */
function isSame(present: ArticleView, wanted: SaveArticleRequest['article']): boolean {
  const content = ({ title, label, queries, url, text, language, state }: SaveArticleRequest['article']) =>
    JSON.stringify([title, label, queries, url, text, language, state]);
  return content(present) === content(wanted);
}
