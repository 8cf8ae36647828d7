import { type FeatureRequestListResponse, type FindRequest, findPageSize } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { searchWords } from './search-words';

interface FeatureRequestRow {
  id: string;
  number: string;
  title: string;
  description: string;
  created_at: Date;
  guild_id: string | null;
  guild_name: string | null;
  discord_user_id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
}

/** A page of players' ideas, newest first: those whose number, words or player hold every word. */
export async function findFeatureRequests(
  database: Queryable,
  { search, before }: FindRequest,
): Promise<FeatureRequestListResponse> {
  const { rows } = await database.query<FeatureRequestRow>(
    `select f.id, f.number, f.title, f.description, f.created_at, f.guild_id, f.guild_name,
            p.discord_user_id, p.username, p.display_name, p.avatar_url, p.locale
       from case_management.feature_requests f
       join case_management.contacts p on p.id = f.contact_id
      where f.number < coalesce($1::bigint, 9223372036854775807)
        and concat_ws(' ', f.number, f.title, f.description, p.display_name, p.username) ilike all ($2::text[])
      order by f.number desc limit $3`,
    [before ?? null, searchWords(search), findPageSize + 1],
  );
  const items = rows.slice(0, findPageSize).map((row) => ({
    id: row.id,
    number: Number(row.number),
    title: row.title,
    description: row.description,
    createdAt: row.created_at.toISOString(),
    player: {
      userId: row.discord_user_id,
      username: row.username,
      displayName: row.display_name,
      avatarUrl: row.avatar_url,
      guildId: row.guild_id,
      guildName: row.guild_name,
      locale: row.locale,
    },
  }));
  return { items, next: rows.length > findPageSize ? (items.at(-1)?.number ?? null) : null };
}
