import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { readConversation } from '../store/conversation';

/**
 * An agent refused the task or did not answer: TaskRouter asks the next one, and the player is told, once for each
 * hand-off. Called for every such event, in any order; once an agent is there it says nothing.
 */
export async function stillLooking(database: Queryable, conversationSid: string): Promise<void> {
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode !== 'handing-off') return;
  const key = `still-looking:${conversation.handoffAttempt}`;
  const text = playerText(playerLanguage(conversation.origin.locale), 'handoff.still-looking');
  await enqueueJob(database, 'post-notice', { conversationSid, key, text }, { key: `${key}:${conversationSid}` });
}
