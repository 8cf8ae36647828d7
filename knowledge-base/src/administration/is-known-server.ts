import type { KnowledgeServer } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** True for a server that the bot is in, and for all servers of an application that is in one. */
export async function isKnownServer(
  database: Queryable,
  { applicationId, guildId }: KnowledgeServer,
): Promise<boolean> {
  const { rows } = await database.query(
    'select from knowledge_base.servers where application_id = $1 and ($2::text is null or guild_id = $2) limit 1',
    [applicationId, guildId],
  );
  return rows.length > 0;
}
