import type { NamedServer } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** The servers that articles can be for, by name. */
export async function readServers(database: Queryable): Promise<NamedServer[]> {
  const { rows } = await database.query<{ application_id: string; guild_id: string; name: string }>(
    'select application_id, guild_id, name from knowledge_base.servers order by lower(name), guild_id',
  );
  return rows.map((row) => ({ applicationId: row.application_id, guildId: row.guild_id, name: row.name }));
}
