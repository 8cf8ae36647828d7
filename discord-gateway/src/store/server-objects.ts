import type { Queryable } from '@discord-channel/database';

/** The bot in one Discord server. */
export interface ServerKey {
  applicationId: string;
  guildId: string;
}

/** Something in a Discord server that the setup made or took over. */
export interface ServerObject {
  discordId: string;
  /** False: it was there before. */
  created: boolean;
}

/** Everything that the setup has in a server, by key. */
export async function readServerObjects(
  db: Queryable,
  { applicationId, guildId }: ServerKey,
): Promise<Map<string, ServerObject>> {
  const { rows } = await db.query<{ key: string; discord_id: string; created: boolean }>(
    'select key, discord_id, created from relay.server_objects where application_id = $1 and guild_id = $2',
    [applicationId, guildId],
  );
  return new Map(rows.map(({ key, discord_id, created }) => [key, { discordId: discord_id, created }]));
}

/** Remembers what is behind a key now. */
export async function saveServerObject(
  db: Queryable,
  { applicationId, guildId }: ServerKey,
  key: string,
  { discordId, created }: ServerObject,
): Promise<void> {
  await db.query(
    `insert into relay.server_objects (application_id, guild_id, key, discord_id, created) values ($1, $2, $3, $4, $5)
     on conflict (application_id, guild_id, key) do update
       set discord_id = excluded.discord_id, created = excluded.created, updated_at = now()`,
    [applicationId, guildId, key, discordId, created],
  );
}

/** Servers in which the setup has something behind this key, with its Discord id. */
export async function serversWith(
  db: Queryable,
  applicationId: string,
  key: string,
): Promise<{ guildId: string; discordId: string }[]> {
  const { rows } = await db.query<{ guild_id: string; discord_id: string }>(
    'select guild_id, discord_id from relay.server_objects where application_id = $1 and key = $2 order by guild_id',
    [applicationId, key],
  );
  return rows.map(({ guild_id, discord_id }) => ({ guildId: guild_id, discordId: discord_id }));
}
