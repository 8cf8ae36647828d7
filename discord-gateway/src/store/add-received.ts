import type { Queryable } from '@discord-channel/database';
import { cleanText } from '../inbound/clean-text';
import type { OutboxMessage } from './outbox';

/** A message that a webhook told of. */
export type ReceivedMessage = OutboxMessage & { conversationSid: string; state: 'waiting' | 'own' };

/**
 * Stores messages of any conversations; one that is there already stays as it is. One statement for many, since every
 * message pays for it. Safe to repeat.
 * @returns the DM channel of each, in the order given; undefined when the conversation is none of ours.
 */
export async function addReceived(
  db: Queryable,
  messages: readonly ReceivedMessage[],
): Promise<(string | undefined)[]> {
  const { rows } = await db.query<{ conversation_sid: string; dm_channel_id: string }>(
    `with received as (
       select c.conversation_sid, c.dm_channel_id, m.index, m.sid, m.author, m.body, m.attributes, m.media, m.state
       from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
           as m(conversation_sid, index, sid, author, body, attributes, media, state)
         join relay.conversations c on c.conversation_sid = m.conversation_sid),
     inserted as (
       insert into relay.outbox (conversation_sid, message_index, message_sid, author, body, attributes, media_count, state)
       select conversation_sid, index, sid, author, body, attributes, media, state from received order by 1, 2
       on conflict (conversation_sid, message_index) do nothing)
     select distinct conversation_sid, dm_channel_id from received`,
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
  const byConversation = new Map(rows.map((row) => [row.conversation_sid, row.dm_channel_id]));
  return messages.map(({ conversationSid }) => byConversation.get(conversationSid));
}
