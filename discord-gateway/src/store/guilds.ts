import type { Queryable } from '@discord-channel/database';
import { setServers } from '@discord-channel/knowledge-base';

/** Remembers a server that the bot is in, and its name. */
export async function rememberGuild(
  db: Queryable,
  applicationId: string,
  guildId: string,
  name: string,
): Promise<void> {
  await db.query(
    `insert into relay.guilds (application_id, guild_id, name) values ($1, $2, $3)
     on conflict (application_id, guild_id) do update set name = excluded.name`,
    [applicationId, guildId, name],
  );
}

/** The server with this id, or without one the only server that the bot is in; undefined when none is known. */
export async function readGuild(
  db: Queryable,
  applicationId: string,
  guildId: string | null,
): Promise<{ guildId: string; name: string } | undefined> {
  const { rows } = await db.query<{ guild_id: string; name: string }>(
    `select guild_id, name from relay.guilds where application_id = $1 and guild_id = coalesce($2,
       (select min(guild_id) from relay.guilds where application_id = $1 having count(*) = 1))`,
    [applicationId, guildId],
  );
  return rows[0] && { guildId: rows[0].guild_id, name: rows[0].name };
}

/** The bot was removed from a server. */
export async function forgetGuild(db: Queryable, applicationId: string, guildId: string): Promise<void> {
  await db.query('delete from relay.guilds where application_id = $1 and guild_id = $2', [applicationId, guildId]);
}

/** Lets who writes articles choose among the servers that the bot is in. */
export async function shareGuilds(db: Queryable, applicationId: string): Promise<void> {
  const { rows } = await db.query<{ guild_id: string; name: string }>(
    'select guild_id, name from relay.guilds where application_id = $1',
    [applicationId],
  );
  const servers = rows.map(({ guild_id, name }) => ({ guildId: guild_id, name }));
  await setServers(db, applicationId, servers);
}
