import type { Queryable } from '@discord-channel/database';
import type { ArticleDraft } from './article';

export interface WriteArticles {
  applicationId: string;
  /** Null: for every server of the application. */
  guildId: string | null;
  articles: readonly ArticleDraft[];
  /** Who writes, for the record. */
  updatedBy: string;
}

/**
 * Adds or replaces articles by id within a transaction. What is there word for word stays untouched.
 * @returns how many were new, and how many different.
 */
export async function writeArticles(
  transaction: Queryable,
  { applicationId, guildId, articles, updatedBy }: WriteArticles,
): Promise<{ added: number; changed: number }> {
  const { rows } = await transaction.query<{ is_new: boolean }>(
    `insert into knowledge_base.articles as present
       (application_id, guild_id, id, title, category, queries, url, text, language, state, updated_by)
     select $1, $2, a.id, a.title, a.category, a.queries, a.url, a.text, a.language, a.state, $4
       from json_to_recordset($3::json) as a
         (id text, title text, category text, queries text[], url text, text text, language text, state text)
     on conflict (application_id, coalesce(guild_id, ''), id) do update
       set title = excluded.title, category = excluded.category, queries = excluded.queries, url = excluded.url,
           text = excluded.text, language = excluded.language, state = excluded.state,
           updated_by = excluded.updated_by, updated_at = now(), version = present.version + 1
     where (present.title, present.category, present.queries, present.url, present.text, present.language, present.state)
           is distinct from
           (excluded.title, excluded.category, excluded.queries, excluded.url, excluded.text, excluded.language, excluded.state)
     returning version = 1 as is_new`,
    [applicationId, guildId, JSON.stringify(articles), updatedBy],
  );
  const added = rows.filter(({ is_new }) => is_new).length;
  return { added, changed: rows.length - added };
}
