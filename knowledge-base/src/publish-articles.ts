import { inTransaction, type Pool } from '@discord-channel/database';
import type { ArticleDraft } from './article';
import { requestSearchIndexes } from './snapshots/request-search-indexes';

export interface PublishArticles {
  applicationId: string;
  /** Null: for every server of the application. */
  guildId: string | null;
  articles: readonly ArticleDraft[];
  /** Who publishes, for the record. */
  updatedBy: string;
}

/**
 * Adds or replaces articles by id, all or none. What is already there word for word stays untouched, so publishing
 * the same folder again does nothing. Articles that are not named stay. The worker then builds the search index anew.
 * @returns how many were new or different.
 */
export function publishArticles(pool: Pool, request: PublishArticles): Promise<{ changed: number; unchanged: number }> {
  return inTransaction(pool, async (transaction) => {
    // Two publications one after the other: the second sees what the first wrote.
    await transaction.query(
      `insert into knowledge_base.revisions (application_id, revision) values ($1, 0)
       on conflict (application_id) do update set revision = revisions.revision`,
      [request.applicationId],
    );
    const { rowCount } = await transaction.query(
      `insert into knowledge_base.articles as present
         (application_id, guild_id, id, title, category, queries, url, text, language, state, updated_by)
       select $1, $2, a.id, a.title, a.category, a.queries, a.url, a.text, a.language, a.state, $4
         from json_to_recordset($3::json) as a
           (id text, title text, category text, queries text[], url text, text text, language text, state text)
       on conflict (application_id, coalesce(guild_id, ''), id) do update
         set title = excluded.title, category = excluded.category, queries = excluded.queries, url = excluded.url,
             text = excluded.text, language = excluded.language, state = excluded.state,
             updated_by = excluded.updated_by, updated_at = now()
       where (present.title, present.category, present.queries, present.url, present.text, present.language, present.state)
             is distinct from
             (excluded.title, excluded.category, excluded.queries, excluded.url, excluded.text, excluded.language, excluded.state)`,
      [request.applicationId, request.guildId, JSON.stringify(request.articles), request.updatedBy],
    );
    const changed = rowCount ?? 0;
    if (changed > 0) {
      await transaction.query('update knowledge_base.revisions set revision = revision + 1 where application_id = $1', [
        request.applicationId,
      ]);
      await requestSearchIndexes(transaction, request.applicationId);
    }
    return { changed, unchanged: request.articles.length - changed };
  });
}
