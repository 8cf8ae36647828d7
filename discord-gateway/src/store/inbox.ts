import type { Queryable } from '@discord-channel/database';

export type InboxKind = 'message' | 'file' | 'command' | 'notice' | 'change' | 'outreach';

export interface NewInboxRow {
  /** Snowflake of the message or interaction, `MESSAGE/ATTACHMENT` of a file, or the key of a notice: a row that is there already stays as it is. */
  discordId: string;
  lane: string;
  kind: InboxKind;
  payload: unknown;
}

export interface InboxRow {
  position: number;
  discordId: string;
  kind: InboxKind;
  payload: unknown;
  /** What a file became when it was uploaded. */
  mediaSid: string | null;
  /** Failed attempts so far. */
  attempts: number;
  /** Milliseconds until the next attempt is due; 0 when it is. */
  dueInMs: number;
}

/** Stores what arrived, in the order given, and returns how much of it is new. A message counts once, with its files. */
export async function addToInbox(db: Queryable, rows: readonly NewInboxRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await db.query<{ discord_id: string }>(
    `insert into relay.inbox (discord_id, lane, kind, payload)
     select discord_id, lane, kind, payload::json
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as r(discord_id, lane, kind, payload, place)
     order by place
     on conflict (discord_id) do nothing returning discord_id`,
    [
      rows.map(({ discordId }) => discordId),
      rows.map(({ lane }) => lane),
      rows.map(({ kind }) => kind),
      rows.map(({ payload }) => JSON.stringify(payload)),
    ],
  );
  return new Set(added.rows.map(({ discord_id: id }) => id.split('/')[0])).size;
}

/** Puts what waits above a position in order: notices, then what the player said by snowflake, then the rest as it came. */
export async function orderInbox(db: Queryable, lane: string, fromPosition: string): Promise<void> {
  await db.query(
    `update relay.inbox i set position = placed.position
     from (select discord_id, nextval(pg_get_serial_sequence('relay.inbox', 'position')) as position
       from (select discord_id from relay.inbox where lane = $1 and state = 'waiting' and position > $2
         order by kind <> 'notice', kind not in ('message', 'file'),
           case when kind in ('message', 'file') then split_part(discord_id, '/', 1)::numeric end, position
         offset 0) sorted) placed
     where i.discord_id = placed.discord_id`,
    [lane, fromPosition],
  );
}

/** Every lane in which something waits. */
export async function lanesWaiting(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ lane: string }>(`select distinct lane from relay.inbox where state = 'waiting'`);
  return rows.map((row) => row.lane);
}

/**
 * Positions of the rows that the worker before may have been at: of each lane the first one that never failed, and
 * those before it. It took a row after the one before it was done with, so it never came to the rows behind. What is
 * set aside was attempted, too: an operator may have it tried again. To be read when that worker can write nothing any
 * more.
 */
export async function maybeAttempted(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ position: string }>(
    `select position from (
       select position, bool_and(last_error is not null) over (partition by lane order by position
         rows between unbounded preceding and 1 preceding) as failed_before
       from relay.inbox where state = 'waiting') waiting
     where failed_before is not false
     union all select position from relay.inbox where state = 'parked'`,
  );
  return rows.map(({ position }) => Number(position));
}

/** Where in Conversations a player's message is; undefined when it is not. */
export async function whereIs(
  db: Queryable,
  discordId: string,
): Promise<{ conversationSid: string; messageSid: string } | undefined> {
  const { rows } = await db.query<{ conversationSid: string; messageSid: string }>(
    `select conversation_sid as "conversationSid", message_sid as "messageSid" from relay.inbox
     where discord_id = $1 and conversation_sid is not null and message_sid is not null`,
    [discordId],
  );
  return rows[0];
}

/** Where in Conversations the files of a player's message are. */
export async function whereFilesAre(
  db: Queryable,
  discordId: string,
): Promise<{ attachmentId: string; conversationSid: string; messageSid: string }[]> {
  const { rows } = await db.query<{ attachmentId: string; conversationSid: string; messageSid: string }>(
    `select split_part(discord_id, '/', 2) as "attachmentId", conversation_sid as "conversationSid",
       message_sid as "messageSid"
     from relay.inbox where kind = 'file' and split_part(discord_id, '/', 1) = $1 and message_sid is not null
     order by position`,
    [discordId],
  );
  return rows;
}

/** A message that was set aside was deleted by the player: nobody is to read it, nor to see its files. */
export async function forgetParked(db: Queryable, discordId: string): Promise<void> {
  await db.query(
    `update relay.inbox set state = 'done', payload = null, done_at = now()
     where state = 'parked' and (discord_id = $1 or (kind = 'file' and split_part(discord_id, '/', 1) = $1))`,
    [discordId],
  );
}

/** A file is uploaded, or (null) what it became is worth nothing any more. */
export async function saveMediaSid(db: Queryable, position: number, mediaSid: string | null): Promise<void> {
  await db.query('update relay.inbox set media_sid = $2 where position = $1', [position, mediaSid]);
}

/** The row is dealt with; its content goes. */
export async function finishInboxRow(
  db: Queryable,
  position: number,
  message?: { conversationSid: string; messageSid: string },
): Promise<void> {
  await db.query(
    `update relay.inbox set state = 'done', payload = null, done_at = now(), conversation_sid = $2, message_sid = $3
     where position = $1`,
    [position, message?.conversationSid ?? null, message?.messageSid ?? null],
  );
}

/** The attempt failed and is to be repeated after `delayMs`. */
export async function postponeInboxRow(
  db: Queryable,
  position: number,
  failure: { code: string; delayMs: number },
): Promise<void> {
  await db.query(
    `update relay.inbox set attempts = attempts + 1, last_error = $2, next_attempt_at = now() + $3 * interval '1 ms'
     where position = $1`,
    [position, failure.code, failure.delayMs],
  );
}

/** Not yet: nothing was attempted. */
export async function delayInboxRow(db: Queryable, position: number, delayMs: number): Promise<void> {
  await db.query(`update relay.inbox set next_attempt_at = now() + $2 * interval '1 ms' where position = $1`, [
    position,
    delayMs,
  ]);
}

/** The row can never be dealt with: it is set aside with its content, so that the lane goes on and an operator can look. */
export async function parkInboxRow(db: Queryable, position: number, code: string): Promise<void> {
  await db.query(
    `update relay.inbox set state = 'parked', attempts = attempts + 1, last_error = $2 where position = $1`,
    [position, code],
  );
}
