import { changeContactLanguage } from '@discord-channel/case-management';
import type { PoolClient } from '@discord-channel/database';

/**
 * The player of this DM is to be written to in another language: what is said in the open conversation follows at
 * once, and its agent sees it in the case. Harmless when repeated, and when no conversation is open.
 */
export async function changeLanguage(
  transaction: PoolClient,
  { dmChannelId, locale }: { dmChannelId: string; locale: string },
): Promise<void> {
  const { rows } = await transaction.query<{ application_id: string; user_id: string }>(
    `update virtual_agent.conversations set locale = $2
      where dm_channel_id = $1 and mode <> 'ended' and locale is distinct from $2
      returning application_id, user_id`,
    [dmChannelId, locale],
  );
  for (const { application_id: applicationId, user_id: userId } of rows) {
    await changeContactLanguage(transaction, { applicationId, userId, locale });
  }
}
