import type { Queryable } from '@discord-channel/database';

/** A message of a conversation as it is stored. */
export interface OutboxMessage {
  index: number;
  sid: string;
  author: string;
  body: string | null;
  /** JSON as text, as Twilio has it. */
  attributes: string;
  mediaCount: number;
}

/**
 * `waiting` is still to be brought to the player, `undeliverable` cannot be and the agent is still to be told;
 * the others are final.
 */
export type OutboxState = 'waiting' | 'undeliverable' | 'sent' | 'own' | 'skipped' | 'deleted' | 'failed';

export interface OutboxRow extends OutboxMessage {
  conversationSid: string;
  state: 'waiting' | 'undeliverable';
  partsSent: number;
  /** True when it failed before and an agent asked for it again. */
  isSentAgain: boolean;
  attempts: number;
  lastError: string | null;
  dueInMs: number;
  /** Milliseconds since it was received. */
  ageMs: number;
  /** How many messages between the last one dealt with and this one are not known here. */
  missing: number;
  /** The first index that is not dealt with. */
  nextIndex: number;
}

/** Indexes of a conversation that will never have a message. */
export async function addDeleted(db: Queryable, conversationSid: string, indexes: readonly number[]): Promise<void> {
  await db.query(
    `insert into relay.outbox (conversation_sid, message_index, state, done_at)
     select $1, i, 'deleted', now() from unnest($2::int[]) i
     on conflict (conversation_sid, message_index) do nothing`,
    [conversationSid, indexes],
  );
}

/**
 * The first message of each DM that is not dealt with, in the order of the DMs: a DM's conversations one after the
 * other, each in index order. One statement for many, since every message pays for it. With the inner limit each
 * conversation is looked up: statistics made while nothing waited would have everything read that waits.
 */
export async function firstUnfinished(
  db: Queryable,
  dmChannelIds: readonly string[],
): Promise<(OutboxRow | undefined)[]> {
  const { rows } = await db.query<UnfinishedRow>(
    `select asked.dm_channel_id, o.conversation_sid, o.message_index, o.message_sid, o.author, o.body, o.attributes,
       o.media_count, o.state, o.parts_sent, o.resend_key, o.attempts, o.last_error, o.next_index,
       o.message_index - o.next_index - (select count(*) from relay.outbox known where known.conversation_sid = o.conversation_sid
         and known.message_index >= o.next_index and known.message_index < o.message_index)::int as missing,
       greatest(0, ceil(extract(epoch from o.next_attempt_at - now()) * 1000))::float8 as due_in_ms,
       (extract(epoch from now() - o.received_at) * 1000)::float8 as age_ms
     from unnest($1::text[]) as asked(dm_channel_id)
     cross join lateral (select m.*, c.next_index
       from relay.conversations c
       cross join lateral (select conversation_sid, message_index, message_sid, author, body, attributes, media_count,
           state, parts_sent, resend_key, attempts, last_error, next_attempt_at, received_at
         from relay.outbox where conversation_sid = c.conversation_sid and state in ('waiting', 'undeliverable')
         order by message_index limit 1) m
       where c.dm_channel_id = asked.dm_channel_id order by c.position limit 1) o`,
    [dmChannelIds],
  );
  const byDm = new Map(rows.map((row) => [row.dm_channel_id, row]));
  return dmChannelIds.map((dmChannelId) => {
    const row = byDm.get(dmChannelId);
    return row && toOutboxRow(row);
  });
}

function toOutboxRow(row: UnfinishedRow): OutboxRow {
  return {
    conversationSid: row.conversation_sid,
    index: row.message_index,
    sid: row.message_sid,
    author: row.author,
    body: row.body,
    attributes: row.attributes ?? '{}',
    mediaCount: row.media_count,
    state: row.state,
    partsSent: row.parts_sent,
    isSentAgain: row.resend_key !== null,
    attempts: row.attempts,
    lastError: row.last_error,
    dueInMs: row.due_in_ms,
    ageMs: row.age_ms,
    missing: row.missing,
    nextIndex: row.next_index,
  };
}

/** A part of a message that is in Discord. */
export interface DeliveredPart {
  discordMessageId: string;
  digest: string;
}

/** One more part of a message is in Discord. */
export async function recordPart(db: Queryable, row: OutboxRow, part: DeliveredPart): Promise<void> {
  await db.query(
    `update relay.outbox set parts_sent = parts_sent + 1, discord_message_ids = discord_message_ids || $3::text,
       part_digests = part_digests || $4::text
     where conversation_sid = $1 and message_index = $2`,
    [row.conversationSid, row.index, part.discordMessageId, part.digest],
  );
}

/** The message is dealt with, and with it everything below it. Its content goes. */
export async function finishOutboxRow(
  db: Queryable,
  row: Pick<OutboxRow, 'conversationSid' | 'index'>,
  state: Exclude<OutboxState, 'waiting' | 'undeliverable' | 'sent'>,
): Promise<void> {
  await db.query(
    `with done as (
       update relay.outbox set state = $3, body = null, attributes = null, done_at = now()
       where conversation_sid = $1 and message_index = $2)
     update relay.conversations set next_index = greatest(next_index, $2 + 1) where conversation_sid = $1`,
    [row.conversationSid, row.index, state],
  );
}

/** Not done, and to be tried again after `delayMs`. */
export async function postponeOutboxRow(
  db: Queryable,
  row: OutboxRow,
  again: { code: string; delayMs: number; failures: number },
): Promise<void> {
  await db.query(
    `update relay.outbox set attempts = attempts + $5, last_error = $3, next_attempt_at = now() + $4 * interval '1 ms'
     where conversation_sid = $1 and message_index = $2`,
    [row.conversationSid, row.index, again.code, again.delayMs, again.failures],
  );
}

/** The player can never get the message; the agent is to be told why. `reason` is in plain words. */
export async function markUndeliverable(db: Queryable, row: OutboxRow, reason: string): Promise<void> {
  await db.query(
    `update relay.outbox set state = 'undeliverable', attempts = 0, next_attempt_at = now(), last_error = $3
     where conversation_sid = $1 and message_index = $2`,
    [row.conversationSid, row.index, reason],
  );
}

/** A message that failed is to be brought to the player after all, once per key. Parts that are there stay. */
export async function resendFailed(
  db: Queryable,
  conversationSid: string,
  message: Pick<OutboxMessage, 'index' | 'body' | 'attributes' | 'mediaCount'>,
  key: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update relay.outbox set state = 'waiting', body = $3, attributes = $4, media_count = $5, resend_key = $6,
       attempts = 0, next_attempt_at = now(), done_at = null
     where conversation_sid = $1 and message_index = $2 and state = 'failed' and resend_key is distinct from $6`,
    [conversationSid, message.index, message.body, message.attributes, message.mediaCount, key],
  );
  return rowCount === 1;
}

/**
 * The first index of a conversation that is not known here, gaps included: a player's own message is known at once
 * and may lie behind an agent's whose webhook was lost.
 */
export async function firstUnknownIndex(db: Queryable, conversationSid: string): Promise<number> {
  const { rows } = await db.query<{ first: number }>(
    `select coalesce(
       (select min(known.message_index) + 1 from relay.outbox known
        where known.conversation_sid = c.conversation_sid and known.message_index >= c.next_index
          and not exists (select from relay.outbox following where following.conversation_sid = c.conversation_sid
            and following.message_index = known.message_index + 1)
          and exists (select from relay.outbox lowest where lowest.conversation_sid = c.conversation_sid
            and lowest.message_index = c.next_index)),
       c.next_index) as first
     from relay.conversations c where c.conversation_sid = $1`,
    [conversationSid],
  );
  return rows[0]?.first ?? 0;
}

/** DM channels for which something waits. */
export async function dmChannelsWaiting(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ dm_channel_id: string }>(
    `select distinct dm_channel_id from relay.outbox join relay.conversations using (conversation_sid)
       where relay.outbox.state in ('waiting', 'undeliverable')
     union select dm_channel_id from relay.outbox_changes join relay.conversations using (conversation_sid)
     union select dm_channel_id from relay.player_notices where state = 'waiting'`,
  );
  return rows.map((row) => row.dm_channel_id);
}

interface UnfinishedRow {
  dm_channel_id: string;
  conversation_sid: string;
  message_index: number;
  message_sid: string;
  author: string;
  body: string | null;
  attributes: string | null;
  media_count: number;
  state: 'waiting' | 'undeliverable';
  parts_sent: number;
  resend_key: string | null;
  attempts: number;
  last_error: string | null;
  next_index: number;
  missing: number;
  due_in_ms: number;
  age_ms: number;
}
