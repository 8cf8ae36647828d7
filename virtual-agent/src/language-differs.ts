import type { Queryable } from '@discord-channel/database';

/** Whether `changeLanguage` would change anything: asked with every message, while it changes once in a hundred. */
export async function languageDiffers(
  database: Queryable,
  { dmChannelId, locale }: { dmChannelId: string; locale: string },
): Promise<boolean> {
  const { rows } = await database.query<{ differs: boolean }>(
    `select exists (select 1 from virtual_agent.conversations
       where dm_channel_id = $1 and mode <> 'ended' and locale is distinct from $2) as differs`,
    [dmChannelId, locale],
  );
  return rows[0]?.differs === true;
}
