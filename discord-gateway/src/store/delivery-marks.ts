import { virtualAgentAuthor } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** What agents are still to be shown. */
export interface WantedMark {
  participantSid: string;
  /** The last message of an agent that the player has. */
  index: number;
}

/** What is to be marked in a conversation; undefined when agents were shown everything, or it is over. */
export async function wantedMark(db: Queryable, conversationSid: string): Promise<WantedMark | undefined> {
  const { rows } = await db.query<{ participantSid: string; index: number }>(
    `select c.participant_sid as "participantSid", last.message_index as index from relay.conversations c
     cross join lateral (select o.message_index from relay.outbox o
       where o.conversation_sid = c.conversation_sid and o.state = 'sent' and o.author <> $2
         and o.message_index > c.marked_index
       order by o.message_index desc limit 1) last
     where c.conversation_sid = $1 and c.state = 'open' and c.participant_sid is not null`,
    [conversationSid, virtualAgentAuthor],
  );
  return rows[0];
}

/** Agents see it, or never will. */
export async function saveMark(db: Queryable, conversationSid: string, index: number): Promise<void> {
  await db.query(
    'update relay.conversations set marked_index = greatest(marked_index, $2) where conversation_sid = $1',
    [conversationSid, index],
  );
}

/** Conversations with an agent in which something is to be marked: for the start of the worker. */
export async function conversationsToMark(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ conversation_sid: string }>(
    `select conversation_sid from relay.conversations c
     where agent_joined_at is not null and state = 'open' and conversation_sid is not null
       and exists (select from relay.outbox o where o.conversation_sid = c.conversation_sid and o.state = 'sent'
         and o.author <> $1 and o.message_index > c.marked_index)`,
    [virtualAgentAuthor],
  );
  return rows.map((row) => row.conversation_sid);
}
