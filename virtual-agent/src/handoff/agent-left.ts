import { recordInTimeline } from '@discord-channel/case-management';
import { enqueueJob, type Queryable } from '@discord-channel/database';
import { recordDeparture } from '../store/attendance';
import { readConversation } from '../store/conversation';

export interface AgentLeft {
  conversationSid: string;
  reservationSid: string;
  taskSid: string;
  agentName: string;
  workerSid: string;
  /** The event that told it, such as `reservation.wrapup`. For the record. */
  reason: string;
}

/**
 * An agent is done with the conversation: ended it, left, parked or transferred it. Which of them, Twilio is asked by
 * the job that this writes. Called for every event that means it, in any order, within the caller's transaction.
 */
export async function agentLeft(database: Queryable, event: AgentLeft): Promise<void> {
  const { conversationSid, taskSid, agentName, workerSid, reason } = event;
  const conversation = await readConversation(database, conversationSid);
  if (!conversation || conversation.mode === 'ended') return;
  const departure = await recordDeparture(database, event);
  if (departure === 'left' && conversation.case) {
    await recordInTimeline(database, {
      caseId: conversation.case.id,
      event: 'agent-left',
      details: { conversationSid, taskSid, reason },
      actor: { kind: 'agent', id: workerSid, name: agentName },
    });
  }
  await enqueueJob(database, 'settle-conversation', { conversationSid }, { key: `settle:${conversationSid}` });
}
