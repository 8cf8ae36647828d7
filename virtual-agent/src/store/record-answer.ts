import type { Queryable } from '@discord-channel/database';
import type { PostedMessage } from '../ports';
import type { RememberedTurn } from './remembered-turn';

export interface RecordAnswer {
  conversationSid: string;
  /** Index of the player's message. */
  answers: number;
  part: number;
  posted: PostedMessage;
  /** The player's words, kept if they are the first of this conversation. */
  topic: string | null;
  /** What is to be remembered of this turn. */
  turn: RememberedTurn;
}

/** Writes down that a player's message has its answer. One statement: the answer and the mark belong together. */
export async function recordAnswer(database: Queryable, answer: RecordAnswer): Promise<void> {
  await database.query(
    `with answer as (
       insert into virtual_agent.answers (conversation_sid, answers_index, part, message_sid, message_index, turn)
       values ($1, $2, $3, $4, $5, $7)
       on conflict do nothing
     )
     update virtual_agent.conversations
        set last_answered_index = greatest(last_answered_index, $2), topic = coalesce(topic, $6)
      where conversation_sid = $1`,
    [
      answer.conversationSid,
      answer.answers,
      answer.part,
      answer.posted.sid,
      answer.posted.index,
      answer.topic,
      toStorable(answer.turn),
    ],
  );
}

/**
 * Writes down that the player asked for an agent, and lets go of the lease. `lost`: the lease had run out, nothing
 * was written, and who holds it now reads the same message.
 */
export async function recordHandoffRequest(
  database: Queryable,
  request: { conversationSid: string; holder: string; index: number; topic: string | null },
): Promise<'recorded' | 'lost'> {
  const { rowCount } = await database.query(
    `update virtual_agent.conversations
        set handoff_requested_at = coalesce(handoff_requested_at, now()),
            last_answered_index = greatest(last_answered_index, $3), topic = coalesce(topic, $4),
            lease_holder = null, lease_until = null
      where conversation_sid = $1 and lease_holder = $2`,
    [request.conversationSid, request.holder, request.index, request.topic],
  );
  return rowCount === 1 ? 'recorded' : 'lost';
}

/** As JSON text without what no jsonb holds: NUL, and half a character, such as a cut leaves or a client sends. */
function toStorable(turn: RememberedTurn): string {
  return JSON.stringify(turn, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '') : value,
  );
}
