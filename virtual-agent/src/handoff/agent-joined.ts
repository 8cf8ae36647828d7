import { enqueueJob, type Queryable } from '@discord-channel/database';
import { readConversation } from '../store/conversation';

export interface AgentJoined {
  conversationSid: string;
  /** The agent's reservation: the joining is told once for each. */
  reservationSid: string;
  taskSid: string;
  /** As players shall read it. */
  agentName: string;
}

/**
 * An agent accepted the task: the conversation is the agent's from now on, and the player is told who joined. Called
 * for each such event of TaskRouter, which come at least once and in any order: after the end it changes nothing.
 */
export async function agentJoined(database: Queryable, event: AgentJoined): Promise<void> {
  const { conversationSid, reservationSid, taskSid, agentName } = event;
  await database.query(
    `update virtual_agent.conversations
        set mode = 'agent', task_sid = $2, agent_name = $3, handoff_requested_at = null, return_pending = false
      where conversation_sid = $1 and mode <> 'ended' and released_task_sid is distinct from $2`,
    [conversationSid, taskSid, agentName],
  );
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode !== 'agent' || conversation.taskSid !== taskSid) return;
  const key = `joined:${reservationSid}`;
  await enqueueJob(database, 'announce-agent', { conversationSid, key, agentName }, { key });
}
