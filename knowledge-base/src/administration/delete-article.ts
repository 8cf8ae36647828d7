import type { ArticleView, DeleteArticleRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { beginPublication } from './begin-publication';
import { endPublication } from './end-publication';
import { readArticle } from './read-article';

export type DeleteArticleResult =
  | { kind: 'deleted' }
  /** Somebody changed it since that version; it is still there. */
  | { kind: 'stale'; current: ArticleView };

/**
 * Takes an article away that was not changed since it was looked at. Of one that came from a file, a mark stays, so
 * that publishing the same file again does not bring it back. Deleting twice does nothing more.
 */
export function deleteArticle(
  pool: Pool,
  { key, version }: DeleteArticleRequest,
  updatedBy: string,
): Promise<DeleteArticleResult> {
  return inTransaction(pool, async (transaction): Promise<DeleteArticleResult> => {
    const before = await readArticle(transaction, key);
    if (before.kind === 'gone') return { kind: 'deleted' };
    await beginPublication(transaction, before.article.applicationId);
    // As it is now that nobody else can change it.
    const known = await readArticle(transaction, key);
    if (known.kind === 'gone') return { kind: 'deleted' };
    if (known.article.version !== version) return { kind: 'stale', current: known.article };
    await transaction.query('delete from knowledge_base.articles where key = $1 and published_digest is null', [key]);
    await transaction.query(
      `update knowledge_base.articles
          set state = 'deleted', updated_by = $2, updated_at = now(), version = version + 1 where key = $1`,
      [key, updatedBy],
    );
    await endPublication(transaction, known.article.applicationId);
    return { kind: 'deleted' };
  });
}
