import type { Queryable } from '@discord-channel/database';
import { cleanText } from '../inbound/clean-text';
import type { OutboxMessage } from './outbox';

/** A message that was told or found, or that is ours (`own`). */
export type ReceivedMessage = OutboxMessage & { conversationSid: string; state: 'waiting' | 'own' };

/** What became of a message of one of our conversations. */
export interface StoredMessage {
  dmChannelId: string;
  /** False when it was there already, and stayed as it is. */
  isNew: boolean;
}

/**
 * Stores messages of any conversations; one that is there already stays as it is. One statement for many, since every
 * message pays for it. Safe to repeat.
 * @returns what became of each, in the order given; undefined when its conversation is none of ours.
 */
export async function addToOutbox(
  db: Queryable,
  messages: readonly ReceivedMessage[],
): Promise<(StoredMessage | undefined)[]> {
  const { rows } = await db.query<{ conversation_sid: string; index: number; dm_channel_id: string; is_new: boolean }>(
    `with received as (
       select c.conversation_sid, c.dm_channel_id, m.index, m.sid, m.author, m.body, m.attributes, m.media, m.state
       from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
           as m(conversation_sid, index, sid, author, body, attributes, media, state)
         join relay.conversations c on c.conversation_sid = m.conversation_sid),
     inserted as (
       insert into relay.outbox (conversation_sid, message_index, message_sid, author, body, attributes, media_count, state)
       select conversation_sid, index, sid, author, body, attributes, media, state from received order by 1, 2
       on conflict (conversation_sid, message_index) do nothing
       returning conversation_sid, message_index)
     select r.conversation_sid, r.index, r.dm_channel_id, i.message_index is not null as is_new
     from received r left join inserted i on i.conversation_sid = r.conversation_sid and i.message_index = r.index`,
    [
      messages.map(({ conversationSid }) => conversationSid),
      messages.map(({ index }) => index),
      messages.map(({ sid }) => sid),
      // Postgres refuses NUL: one such message would hold up every message behind it.
      messages.map(({ author }) => cleanText(author)),
      messages.map(({ body, state }) => (state === 'own' || body === null ? null : cleanText(body))),
      messages.map(({ attributes, state }) => (state === 'own' ? null : cleanText(attributes))),
      messages.map(({ mediaCount }) => mediaCount),
      messages.map(({ state }) => state),
    ],
  );
  const stored = new Map(
    rows.map((row) => [`${row.conversation_sid}/${row.index}`, { dmChannelId: row.dm_channel_id, isNew: row.is_new }]),
  );
  return messages.map(({ conversationSid, index }) => stored.get(`${conversationSid}/${index}`));
}
