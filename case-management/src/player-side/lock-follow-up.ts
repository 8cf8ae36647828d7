import type { CaseStatus } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';

/** What decides whether a player is asked something about a case. */
export interface FollowUp {
  caseId: string;
  number: number;
  subject: string;
  status: CaseStatus;
  /** The player, as Discord knows them. Null for a contact of another channel. */
  player: {
    applicationId: string;
    userId: string;
    username: string;
    displayName: string;
    avatarUrl: string | null;
    locale: string | null;
  } | null;
  closedAt: Date | null;
  /** When something last happened to it, not counting our own questions. */
  lastNewsAt: Date;
  /** When the player was last asked each. */
  lastReminderAt: Date | null;
  lastRatingAt: Date | null;
  /** The database's time. */
  readAt: Date;
}

interface FollowUpRow {
  number: string;
  subject: string;
  status: CaseStatus;
  application_id: string | null;
  discord_user_id: string | null;
  username: string | null;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
  closed_at: Date | null;
  last_news_at: Date;
  last_reminder_at: Date | null;
  last_rating_at: Date | null;
  read_at: Date;
}

/** Events of the timeline that are our own asking: no news. */
const ownAsking = ['reminder-sent', 'player-not-reached'];

/**
 * Reads it, and until the end of the transaction nothing about the case changes. A change asks for its look in its own
 * transaction: what is decided from this comes before all of it or after it. Undefined for a case that is not there.
 */
export async function lockFollowUp(transaction: PoolClient, caseId: string): Promise<FollowUp | undefined> {
  await transaction.query('select 1 from case_management.cases where id = $1 for update', [caseId]);
  const { rows } = await transaction.query<FollowUpRow>(
    `select c.number, c.subject, c.status, p.application_id, p.discord_user_id, p.username, p.display_name,
            p.avatar_url, p.locale, c.closed_at, now() as read_at,
            coalesce((select max(t.happened_at) from case_management.case_timeline t
                       where t.case_id = c.id and t.event <> all ($2::text[])), c.created_at) as last_news_at,
            (select max(created_at) from case_management.player_questions q
              where q.case_id = c.id and q.kind = 'reminder') as last_reminder_at,
            (select max(created_at) from case_management.player_questions q
              where q.case_id = c.id and q.kind = 'rating') as last_rating_at
       from case_management.cases c join case_management.contacts p on p.id = c.contact_id where c.id = $1`,
    [caseId, ownAsking],
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    caseId,
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    player:
      row.application_id !== null && row.discord_user_id !== null && row.username !== null
        ? {
            applicationId: row.application_id,
            userId: row.discord_user_id,
            username: row.username,
            displayName: row.display_name,
            avatarUrl: row.avatar_url,
            locale: row.locale,
          }
        : null,
    closedAt: row.closed_at,
    lastNewsAt: row.last_news_at,
    lastReminderAt: row.last_reminder_at,
    lastRatingAt: row.last_rating_at,
    readAt: row.read_at,
  };
}
