import type { Queryable } from '@discord-channel/database';
import type { TaskEnded } from './conversation-ended';
import { returnToBot } from './return-to-bot';

/**
 * The task is over without an agent (cancelled, deleted, timed out in its workflow): the virtual agent answers again,
 * and a job tells the player and lets the flow listen again. Called for each such event, in any order.
 */
export async function handoffEnded(database: Queryable, { conversationSid, taskSid }: TaskEnded): Promise<void> {
  await returnToBot(database, { conversationSid, taskSid });
}
