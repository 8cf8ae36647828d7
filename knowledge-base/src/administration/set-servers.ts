import type { Queryable } from '@discord-channel/database';

/** Tells the administration which servers an application's bot is in, all of them. */
export async function setServers(
  database: Queryable,
  applicationId: string,
  servers: ReadonlyArray<{ guildId: string; name: string }>,
): Promise<void> {
  const ids = servers.map(({ guildId }) => guildId);
  await database.query(
    'delete from knowledge_base.servers where application_id = $1 and guild_id <> all ($2::text[])',
    [applicationId, ids],
  );
  await database.query(
    `insert into knowledge_base.servers as present (application_id, guild_id, name)
     select $1, * from unnest($2::text[], $3::text[])
     on conflict (application_id, guild_id) do update set name = excluded.name where present.name <> excluded.name`,
    [applicationId, ids, servers.map(({ name }) => name)],
  );
}
