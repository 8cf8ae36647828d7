import type { Queryable } from '@discord-channel/database';
import type { DeliveredPart, OutboxRow } from './outbox';

/** A message that the player has. */
export interface SentMessage extends Pick<OutboxRow, 'conversationSid' | 'index'> {
  /** The part that is in Discord and not recorded yet; undefined when all are. */
  lastPart: DeliveredPart | undefined;
}

/**
 * The players have these messages, at most one of each DM: they are dealt with, and with each everything below it.
 * Their content goes. One statement for many, since every message pays for it. Safe to repeat. Whatever waits is looked
 * up by its message or conversation (the case and the limits mean nothing else): statistics made while nothing waited
 * would have everything read that waits.
 * @returns whether more waits for the DM of each, in the order given.
 */
export async function finishSent(db: Queryable, sent: readonly SentMessage[]): Promise<{ moreWaits: boolean }[]> {
  const { rows } = await db.query<{ conversation_sid: string; more_waits: boolean }>(
    `with sent as (
       select conversation_sid, message_index, part_id, digest
       from unnest($1::text[], $2::int[], $3::text[], $4::text[]) as s(conversation_sid, message_index, part_id, digest)),
     done as (
       update relay.outbox o set state = 'sent', body = null, attributes = null, done_at = now(),
         parts_sent = parts_sent + (part_id is not null)::int,
         discord_message_ids = discord_message_ids || array_remove(array[part_id], null),
         part_digests = part_digests || array_remove(array[digest], null)
       from sent s where o.conversation_sid = s.conversation_sid and o.message_index = s.message_index
         and case o.state when 'waiting' then true end),
     conversation as (
       update relay.conversations c set next_index = greatest(c.next_index, s.message_index + 1)
       from sent s where c.conversation_sid = s.conversation_sid
       returning c.conversation_sid, c.dm_channel_id, s.message_index)
     select own.conversation_sid,
       exists (select 1 from relay.conversations c
         cross join lateral (select 1 from relay.outbox
           where conversation_sid = c.conversation_sid and state in ('waiting', 'undeliverable')
             and (conversation_sid, message_index) <> (own.conversation_sid, own.message_index) limit 1) o
         where c.dm_channel_id = own.dm_channel_id)
       or exists (select 1 from relay.conversations c
         cross join lateral (select 1 from relay.outbox_changes
           where conversation_sid = c.conversation_sid limit 1) w
         where c.dm_channel_id = own.dm_channel_id)
       or exists (select 1 from relay.player_notices n where n.dm_channel_id = own.dm_channel_id and n.state = 'waiting')
       as more_waits
     from conversation own`,
    [
      sent.map(({ conversationSid }) => conversationSid),
      sent.map(({ index }) => index),
      sent.map(({ lastPart }) => lastPart?.discordMessageId ?? null),
      sent.map(({ lastPart }) => lastPart?.digest ?? null),
    ],
  );
  const byConversation = new Map(rows.map((row) => [row.conversation_sid, row.more_waits]));
  return sent.map(({ conversationSid }) => ({ moreWaits: byConversation.get(conversationSid) !== false }));
}
