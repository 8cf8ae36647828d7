import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { ConversationGoneError, type VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import { readConversation } from '../store/conversation';
import { readSilence } from './read-silence';

type Dependencies = Pick<VirtualAgentDependencies, 'database' | 'twilio'>;

/**
 * Where an agent has left the player without an answer for some time, says so in the conversation, which both read:
 * once for each silence, from its first message on. Asks for its own next run while a message waits.
 * @param afterSeconds how long an agent may be silent. 0: for ever.
 */
export async function remindAgent(
  dependencies: Dependencies,
  conversationSid: string,
  afterSeconds: number,
): Promise<'reminded' | 'not-yet' | 'nothing-to-do'> {
  if (afterSeconds === 0) return 'nothing-to-do';
  try {
    return await remind(dependencies, conversationSid, afterSeconds);
  } catch (error) {
    if (error instanceof ConversationGoneError) return 'nothing-to-do';
    throw error;
  }
}

async function remind(dependencies: Dependencies, conversationSid: string, afterSeconds: number) {
  const silence = await readSilence(dependencies, conversationSid);
  if (!silence?.firstUnanswered) return 'nothing-to-do';
  const { conversation, since, firstUnanswered } = silence;
  const due = Math.max(firstUnanswered.createdAt.getTime(), since.getTime()) + afterSeconds * 1_000;
  if (conversation.readAt.getTime() < due) {
    await enqueue(dependencies.database, conversationSid, new Date(due));
    return 'not-yet';
  }
  const notice = await postNotice(dependencies, {
    conversationSid,
    key: `agent-silent:${firstUnanswered.index}`,
    text: playerText(playerLanguage(conversation.origin.locale), 'silence.agent', {
      minutes: Math.max(1, Math.round(afterSeconds / 60)),
    }),
  });
  if (notice.kind === 'in-progress')
    throw new Error('The agent is being reminded by somebody else: to be looked at again');
  return 'reminded';
}

/**
 * The player has written: where an agent has the conversation, a job looks for the answer in time. One that waits for
 * an earlier message keeps its time.
 */
export async function awaitAnswer(database: Queryable, conversationSid: string, afterSeconds: number): Promise<void> {
  if (afterSeconds === 0) return;
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode !== 'agent') return;
  await enqueue(database, conversationSid, new Date(conversation.readAt.getTime() + afterSeconds * 1_000));
}

function enqueue(database: Queryable, conversationSid: string, runAt: Date): Promise<void> {
  const key = answerAwaitedKey(conversationSid);
  return enqueueJob(database, 'remind-agent', { conversationSid }, { key, runAt, keepsTime: true });
}

/** The key of the one job that waits for a conversation's agent to answer. */
export function answerAwaitedKey(conversationSid: string): string {
  return `answer-awaited:${conversationSid}`;
}
