import type { AnnouncementContent } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { ServerKey } from './server-objects';

/** Names one announcement. */
export interface AnnouncementKey extends ServerKey {
  id: string;
}

export interface StoredAnnouncement extends AnnouncementKey {
  content: AnnouncementContent;
  state: 'waiting' | 'sent' | 'failed';
  /** When it was first tried to post it; null before that. */
  attemptedAt: Date | null;
  channelId: string | null;
  messageId: string | null;
  problem: string | null;
}

/** Stores an announcement; one with the same id stays as it is. */
export async function addAnnouncement(db: Queryable, key: AnnouncementKey, content: AnnouncementContent) {
  await db.query(
    `insert into relay.announcements (application_id, guild_id, announcement_id, content) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [key.applicationId, key.guildId, key.id, JSON.stringify(content)],
  );
}

/** An announcement of one server, or (without `guildId`) of every server that has one with this id. */
export async function readAnnouncements(
  db: Queryable,
  { applicationId, guildId, id }: Omit<AnnouncementKey, 'guildId'> & { guildId?: string | undefined },
): Promise<StoredAnnouncement[]> {
  const { rows } = await db.query<AnnouncementRow>(
    `select * from relay.announcements
     where application_id = $1 and announcement_id = $2 and guild_id = coalesce($3, guild_id) order by guild_id`,
    [applicationId, id, guildId ?? null],
  );
  return rows.map((row) => ({
    applicationId: row.application_id,
    guildId: row.guild_id,
    id: row.announcement_id,
    content: row.content,
    state: row.state,
    attemptedAt: row.attempted_at,
    channelId: row.channel_id,
    messageId: row.message_id,
    problem: row.problem,
  }));
}

/** A failed announcement waits again. */
export async function retryAnnouncement(db: Queryable, key: AnnouncementKey): Promise<void> {
  await update(db, key, `state = case state when 'failed' then 'waiting' else state end`, []);
}

/** From now on the announcement may be in the channel. */
export async function markAnnouncementAttempted(db: Queryable, key: AnnouncementKey): Promise<void> {
  await update(db, key, 'attempted_at = coalesce(attempted_at, now())', []);
}

export async function finishAnnouncement(
  db: Queryable,
  key: AnnouncementKey,
  message: { channelId: string; messageId: string },
): Promise<void> {
  await update(db, key, `state = 'sent', channel_id = $4, message_id = $5, problem = null, done_at = now()`, [
    message.channelId,
    message.messageId,
  ]);
}

/** The attempt came to nothing: it goes on waiting, or it is given up. */
export async function saveAnnouncementProblem(
  db: Queryable,
  key: AnnouncementKey,
  { state, problem }: { state: 'waiting' | 'failed'; problem: string },
): Promise<void> {
  await update(db, key, 'state = $4, problem = $5', [state, problem]);
}

/** Which of these messages are announcements that were posted already. */
export async function announcementMessages(db: Queryable, messageIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ message_id: string }>(
    'select message_id from relay.announcements where message_id = any($1)',
    [messageIds],
  );
  return new Set(rows.map(({ message_id }) => message_id));
}

async function update(db: Queryable, key: AnnouncementKey, assignments: string, values: readonly string[]) {
  await db.query(
    `update relay.announcements set ${assignments} where application_id = $1 and guild_id = $2 and announcement_id = $3`,
    [key.applicationId, key.guildId, key.id, ...values],
  );
}

interface AnnouncementRow {
  application_id: string;
  guild_id: string;
  announcement_id: string;
  content: AnnouncementContent;
  state: StoredAnnouncement['state'];
  attempted_at: Date | null;
  channel_id: string | null;
  message_id: string | null;
  problem: string | null;
}
