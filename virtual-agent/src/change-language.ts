import type { Queryable } from '@discord-channel/database';

/**
 * The player of this DM wants to be written to in another language: what the virtual agent says in the open
 * conversation follows at once. Harmless when repeated, and when no conversation is open.
 */
export async function changeLanguage(
  database: Queryable,
  { dmChannelId, locale }: { dmChannelId: string; locale: string },
): Promise<void> {
  await database.query(
    `update virtual_agent.conversations set locale = $2 where dm_channel_id = $1 and mode <> 'ended'`,
    [dmChannelId, locale],
  );
}
