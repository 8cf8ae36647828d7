import { enqueueJob, type Queryable } from '@discord-channel/database';

/**
 * A transfer came to nothing: the colleague refused or did not answer. The player keeps waiting for an agent, and a
 * job invites whoever is free. Once for each transfer; does nothing for a hand-off that is none.
 * @param event the transfer's task: another one of this conversation changes nothing.
 */
export async function askTheQueue(
  database: Queryable,
  { conversationSid, taskSid }: { conversationSid: string; taskSid: string },
): Promise<'asked' | 'no transfer'> {
  const { rowCount } = await database.query(
    `update virtual_agent.conversations
        set transferred = false, agent_wanted = true, released_task_sid = $2, task_sid = null, task_missed_at = null,
            interaction_requested_at = null, handoff_started_at = now()
      where conversation_sid = $1 and mode = 'handing-off' and transferred and coalesce(task_sid, $2) = $2`,
    [conversationSid, taskSid],
  );
  if (rowCount === 0) return 'no transfer';
  await enqueueJob(database, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}` });
  return 'asked';
}
