import { enqueueJob, type Queryable } from '@discord-channel/database';
import { recordTaskEnd } from '../store/attendance';
import { readConversation } from '../store/conversation';
import { askTheQueue } from './ask-the-queue';
import { leaveOutreach } from './leave-outreach';
import { returnToBot } from './return-to-bot';

export interface TaskEnded {
  conversationSid: string;
  taskSid: string;
  /** The event that told it, such as `task.canceled`. For the record. */
  reason: string;
  /** The task went away without an agent having done it: cancelled, deleted, timed out in its workflow. */
  givenUp: boolean;
}

/**
 * A task of this conversation is over. If nobody took it the queue is asked after a transfer, else the virtual agent
 * answers again, and a job tells the player; if an agent had it, a job asks Twilio what became of the conversation. Called for every event that means it, in any
 * order, within the caller's transaction.
 */
export async function taskEnded(database: Queryable, event: TaskEnded): Promise<void> {
  const { conversationSid, taskSid, givenUp } = event;
  const conversation = await readConversation(database, conversationSid);
  if (!conversation || conversation.mode === 'ended') return;
  await recordTaskEnd(database, event);
  if (givenUp && conversation.mode === 'handing-off') {
    if (await leaveOutreach(database, conversationSid)) return;
    if ((await askTheQueue(database, event)) === 'asked') return;
    return returnToBot(database, { conversationSid, taskSid });
  }
  await enqueueJob(database, 'settle-conversation', { conversationSid }, { key: `settle:${conversationSid}` });
}
