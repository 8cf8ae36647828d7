import { enqueueJob } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import type { VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import { readConversation } from '../store/conversation';

/**
 * Tells a player who waits for an agent that the wait goes on: once for each of the given times, and the job that this
 * writes comes by for the next one. After a long outage only the latest is told. Safe to run at any time.
 * @param afterSeconds seconds since the hand-off began, growing. Empty: nothing is told.
 */
export async function tellWaiting(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  conversationSid: string,
  afterSeconds: readonly number[],
): Promise<'told' | 'not-yet' | 'nothing-to-do'> {
  const { database } = dependencies;
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode !== 'handing-off') return 'nothing-to-do';
  const { handoffAttempt, handoffAgeSeconds, readAt, origin } = conversation;
  const age = handoffAgeSeconds ?? 0;
  const passed = afterSeconds.filter((seconds) => seconds <= age).length;
  const reached = afterSeconds[passed - 1];
  if (reached !== undefined) {
    const minutes = Math.max(1, Math.round(reached / 60));
    const notice = await postNotice(dependencies, {
      conversationSid,
      key: `waiting:${handoffAttempt}:${passed}`,
      text: playerText(playerLanguage(origin.locale), 'silence.waiting', { minutes }),
    });
    if (notice.kind === 'in-progress')
      throw new Error('The player is being told by somebody else: to be looked at again');
  }
  const next = afterSeconds[passed];
  if (next !== undefined) {
    const runAt = new Date(readAt.getTime() + (next - age) * 1_000);
    await enqueueJob(database, 'tell-waiting', { conversationSid }, { key: `waiting:${conversationSid}`, runAt });
  }
  return reached === undefined ? 'not-yet' : 'told';
}
