import type { Queryable } from '@discord-channel/database';
import { type Conversation, conversationColumns, one } from './conversation';

/**
 * Longer than any holder can still be at work: the budget of its last answer plus the time-out of a Twilio call.
 * So nobody posts on a lease that has run out.
 */
const leaseSeconds = 20;

export type TakeLease =
  | { kind: 'taken'; conversation: Conversation }
  /** Another holder is at it, and was told to look again. */
  | { kind: 'held'; until: Date }
  /** It is not the virtual agent's turn, or the conversation is unknown. */
  | { kind: 'not-ours' };

/**
 * Takes the right to answer, or leaves the wish for another look with who has it: one statement, so that of two
 * callers each sees what the other did.
 */
export async function takeLease(database: Queryable, conversationSid: string, holder: string): Promise<TakeLease> {
  const conversation = await one(
    database,
    `update virtual_agent.conversations
        set looks_wanted = looks_wanted + 1,
            lease_holder = case when lease_until > now() then lease_holder else $2::uuid end,
            lease_until = case when lease_until > now() then lease_until else now() + make_interval(secs => $3) end
      where conversation_sid = $1 and mode = 'bot' and not return_pending
      returning ${conversationColumns}`,
    [conversationSid, holder, leaseSeconds],
  );
  if (!conversation?.leaseUntil) return { kind: 'not-ours' };
  if (conversation.leaseHolder !== holder) return { kind: 'held', until: conversation.leaseUntil };
  return { kind: 'taken', conversation };
}

export type ReleaseLease =
  | { kind: 'released' }
  /** Somebody wants another look: the lease is still the holder's. */
  | { kind: 'look-again'; conversation: Conversation }
  /** The lease ran out, or the conversation changed hands. */
  | { kind: 'lost' };

/** Lets go of the lease unless somebody asked for another look since `looksWanted` was read. */
export async function releaseIfQuiet(
  database: Queryable,
  { conversationSid, looksWanted }: Conversation,
  holder: string,
): Promise<ReleaseLease> {
  const released = await database.query(
    `update virtual_agent.conversations set lease_holder = null, lease_until = null
      where conversation_sid = $1 and lease_holder = $2 and looks_wanted = $3`,
    [conversationSid, holder, looksWanted],
  );
  if (released.rowCount === 1) return { kind: 'released' };
  const conversation = await one(
    database,
    `select ${conversationColumns} from virtual_agent.conversations
      where conversation_sid = $1 and lease_holder = $2 and mode = 'bot'`,
    [conversationSid, holder],
  );
  return conversation ? { kind: 'look-again', conversation } : { kind: 'lost' };
}

/** Lets go of the lease, whatever came meanwhile. The caller sees to it that somebody looks. */
export async function releaseLease(database: Queryable, conversationSid: string, holder: string): Promise<void> {
  await database.query(
    `update virtual_agent.conversations set lease_holder = null, lease_until = null
      where conversation_sid = $1 and lease_holder = $2`,
    [conversationSid, holder],
  );
}
