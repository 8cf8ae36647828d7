import type { Queryable } from '@discord-channel/database';

/** What a message of a conversation is to become for the player. */
export type WantedChange = {
  conversationSid: string;
  index: number;
  /** Twilio's time of the change. */
  updatedAt: string;
} & ({ kind: 'edit'; body: string; attributes: string } | { kind: 'delete' });

/** A change whose message is dealt with, and what of the message is in Discord. */
export interface OutboxChange {
  conversationSid: string;
  index: number;
  kind: 'edit' | 'delete';
  messageSid: string | null;
  author: string;
  body: string;
  attributes: string;
  updatedAt: string;
  messageState: string;
  discordMessageIds: string[];
  partDigests: string[];
  attempts: number;
  dueInMs: number;
}

/**
 * Wants a change. Of several the newest counts, a deletion for good; one that is older than what was done is ignored.
 * @returns whether it is wanted now.
 */
export async function wantChange(db: Queryable, change: WantedChange): Promise<boolean> {
  const { conversationSid, index, kind, updatedAt } = change;
  const { rowCount } = await db.query(
    `insert into relay.outbox_changes as wanted (conversation_sid, message_index, kind, body, attributes, updated_at)
     select $1, $2, $3, $4, $5, $6 where not exists (select 1 from relay.outbox
       where conversation_sid = $1 and message_index = $2 and changed_at > $6 and $3 <> 'delete')
     on conflict (conversation_sid, message_index) do update set kind = excluded.kind, body = excluded.body,
       attributes = excluded.attributes, updated_at = excluded.updated_at, attempts = 0, next_attempt_at = now()
     where wanted.kind <> 'delete' and (excluded.kind = 'delete' or excluded.updated_at >= wanted.updated_at)`,
    [
      conversationSid,
      index,
      kind,
      change.kind === 'edit' ? change.body : null,
      change.kind === 'edit' ? change.attributes : null,
      updatedAt,
    ],
  );
  return rowCount === 1;
}

/** The change can never be made: what Discord holds is not compared with the message any more. */
export async function giveUpChange(db: Queryable, change: OutboxChange): Promise<void> {
  await db.query(`update relay.outbox set part_digests = '{}' where conversation_sid = $1 and message_index = $2`, [
    change.conversationSid,
    change.index,
  ]);
  await finishChange(db, change);
}

/** The first change of a DM's messages whose message is dealt with. */
export async function firstChange(db: Queryable, dmChannelId: string): Promise<OutboxChange | undefined> {
  const { rows } = await db.query<OutboxChange>(
    `select ch.conversation_sid as "conversationSid", ch.message_index as index, ch.kind, ch.attempts,
       o.message_sid as "messageSid", coalesce(o.author, '') as author, coalesce(ch.body, '') as body,
       coalesce(ch.attributes, '{}') as attributes, ch.updated_at::text as "updatedAt", o.state as "messageState",
       o.discord_message_ids as "discordMessageIds", o.part_digests as "partDigests",
       greatest(0, ceil(extract(epoch from ch.next_attempt_at - now()) * 1000))::float8 as "dueInMs"
     from relay.outbox_changes ch join relay.conversations c using (conversation_sid)
       join relay.outbox o using (conversation_sid, message_index)
     where c.dm_channel_id = $1 and o.state not in ('waiting', 'undeliverable')
     order by ch.received_at limit 1`,
    [dmChannelId],
  );
  return rows[0];
}

/** These messages are what Discord holds of it now. */
export async function saveParts(
  db: Queryable,
  { conversationSid, index }: Pick<OutboxChange, 'conversationSid' | 'index'>,
  parts: readonly { id: string; digest: string }[],
): Promise<void> {
  await db.query(
    `update relay.outbox set discord_message_ids = $3, part_digests = $4, parts_sent = cardinality($3::text[])
     where conversation_sid = $1 and message_index = $2`,
    [conversationSid, index, parts.map(({ id }) => id), parts.map(({ digest }) => digest)],
  );
}

/** The change is dealt with, unless a newer one is wanted meanwhile. */
export async function finishChange(db: Queryable, change: OutboxChange): Promise<void> {
  await db.query(
    `with done as (delete from relay.outbox_changes
       where conversation_sid = $1 and message_index = $2 and kind = $3 and updated_at = $4)
     update relay.outbox set changed_at = $4, state = case when $3 = 'delete' then 'deleted' else state end
     where conversation_sid = $1 and message_index = $2`,
    [change.conversationSid, change.index, change.kind, change.updatedAt],
  );
}

/** Not done, and to be tried again after `delayMs`. */
export async function postponeChange(
  db: Queryable,
  change: OutboxChange,
  again: { code: string; delayMs: number; failures: number },
): Promise<void> {
  await db.query(
    `update relay.outbox_changes set attempts = attempts + $5, last_error = $3, next_attempt_at = now() + $4 * interval '1 ms'
     where conversation_sid = $1 and message_index = $2`,
    [change.conversationSid, change.index, again.code, again.delayMs, again.failures],
  );
}

/**
 * Messages from an index on that are in Discord, and what they hold there. One that is old was there before any request
 * of now began.
 */
export async function sentMessages(
  db: Queryable,
  conversationSid: string,
  fromIndex: number,
): Promise<{ index: number; partDigests: string[]; isOld: boolean }[]> {
  const { rows } = await db.query<{ index: number; partDigests: string[]; isOld: boolean }>(
    `select message_index as index, part_digests as "partDigests", done_at < now() - interval '15 seconds' as "isOld"
     from relay.outbox
     where conversation_sid = $1 and message_index >= $2 and state = 'sent' and cardinality(part_digests) > 0`,
    [conversationSid, fromIndex],
  );
  return rows;
}
