import type { ReportOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** The contact of a player, as the player is known now. A locale once told stays. Returns its id. */
export async function upsertContact(transaction: Queryable, origin: ReportOrigin): Promise<string> {
  const { rows } = await transaction.query<{ id: string }>(
    `insert into case_management.contacts
       (application_id, discord_user_id, username, display_name, avatar_url, locale)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (application_id, discord_user_id) do update
       set username = excluded.username, display_name = excluded.display_name, avatar_url = excluded.avatar_url,
           locale = coalesce(excluded.locale, contacts.locale), updated_at = now()
     returning id`,
    [origin.applicationId, origin.userId, origin.username, origin.displayName, origin.avatarUrl, origin.locale],
  );
  const [row] = rows;
  if (!row) throw new Error('An insert returned no row');
  return row.id;
}
