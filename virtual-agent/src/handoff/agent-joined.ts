import { recordInTimeline } from '@discord-channel/case-management';
import { enqueueJob, type Queryable } from '@discord-channel/database';
import { recordArrival } from '../store/attendance';
import { type InteractionChannel, readConversation } from '../store/conversation';

export interface AgentJoined {
  conversationSid: string;
  /** The agent's reservation: the joining is told once for each. */
  reservationSid: string;
  taskSid: string;
  /** As players shall read it. */
  agentName: string;
  /** Who it is to Twilio: the worker's SID. */
  workerSid: string;
  /** What Flex knows the conversation by, where the event tells it. */
  interaction: InteractionChannel | null;
}

/**
 * An agent accepted a task of this conversation: the first one, or one that it was transferred to. The conversation is
 * the agents' from now on, and the player is told who joined. Called for each such event of TaskRouter, which come at
 * least once and in any order: after the agent's departure or the end it changes nothing. Takes part in the caller's
 * transaction.
 */
export async function agentJoined(database: Queryable, event: AgentJoined): Promise<void> {
  const { conversationSid, reservationSid, taskSid, agentName, workerSid, interaction } = event;
  const before = await readConversation(database, conversationSid);
  if (!before || before.mode === 'ended') return;
  if ((await recordArrival(database, event)) === 'left before') return;
  await database.query(
    `update virtual_agent.conversations
        set mode = 'agent', task_sid = $2, agent_name = $3, handoff_requested_at = null, return_pending = false,
            departure_noticed_at = null, transferred = false, agent_wanted = false, outreach_worker_sid = null,
            interaction_sid = coalesce($4, interaction_sid),
            interaction_channel_sid = coalesce($5, interaction_channel_sid)
      where conversation_sid = $1`,
    [conversationSid, taskSid, agentName, interaction?.interactionSid ?? null, interaction?.channelSid ?? null],
  );
  if (before.case) {
    await recordInTimeline(database, {
      caseId: before.case.id,
      event: 'agent-joined',
      details: { conversationSid, taskSid },
      actor: { kind: 'agent', id: workerSid, name: agentName },
    });
  }
  const key = `joined:${reservationSid}`;
  await enqueueJob(database, 'announce-agent', { conversationSid, key, agentName }, { key });
  // What was asked in the queue waits for this agent, and from now on the player can fall silent.
  await enqueueJob(database, 'remind-agent', { conversationSid }, { key: `answer-awaited:${conversationSid}` });
  await enqueueJob(database, 'end-idle-chat', { conversationSid }, { key: `idle:${conversationSid}` });
}
