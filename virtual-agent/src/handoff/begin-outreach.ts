import { enqueueJob, type Queryable } from '@discord-channel/database';

export interface BeginOutreach {
  conversationSid: string;
  case: { id: string; number: number };
  /** The agent who wrote: the task is for nobody else. */
  workerSid: string;
  /** Where the agent's message is: what the player wrote before it is answered by it. */
  messageIndex: number;
}

/**
 * An agent has written first: the conversation is on its way to that agent, and the worker asks Flex for it. Takes part
 * in the caller's transaction.
 * @returns `busy` when an agent has it, is asked for, or it is over
 */
export async function beginOutreach(
  transaction: Queryable,
  { conversationSid, case: about, workerSid, messageIndex }: BeginOutreach,
): Promise<'begun' | 'busy'> {
  const begun = await transaction.query(
    `update virtual_agent.conversations
        set mode = 'handing-off', case_id = $2, case_number = $3, outreach_worker_sid = $4, agent_wanted = true,
            handoff_requested_at = null, return_pending = false, handoff_attempt = handoff_attempt + 1,
            handoff_started_at = now(), interaction_requested_at = null, departure_noticed_at = null,
            transferred = false, task_sid = null, task_missed_at = null,
            last_answered_index = greatest(last_answered_index, $5)
      where conversation_sid = $1 and mode in ('bot', 'unattended')`,
    [conversationSid, about.id, about.number, workerSid, messageIndex],
  );
  if (begun.rowCount === 0) return 'busy';
  await enqueueJob(transaction, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}` });
  return 'begun';
}
