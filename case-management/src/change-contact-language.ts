import type { Queryable } from '@discord-channel/database';

/** The player is written to in another language from now on. A player without a case has no contact: nothing happens. */
export async function changeContactLanguage(
  database: Queryable,
  { applicationId, userId, locale }: { applicationId: string; userId: string; locale: string },
): Promise<void> {
  await database.query(
    `update case_management.contacts set locale = $3, updated_at = now()
      where application_id = $1 and discord_user_id = $2 and locale is distinct from $3`,
    [applicationId, userId, locale],
  );
}
