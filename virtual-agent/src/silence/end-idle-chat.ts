import { isPlayerIdentity } from '@discord-channel/contracts';
import { enqueueJob } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { ConversationGoneError, type VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import { readSilence, type Silence } from './read-silence';

type Dependencies = Pick<VirtualAgentDependencies, 'database' | 'twilio' | 'logger'>;

/**
 * Ends a chat whose player has not answered the agent for long, by Flex's own channel: the agent's task goes to
 * wrap-up and not astray. The player is told before. Runs first when an agent joins, then asks for its own next run.
 * @param afterSeconds how long a player may be silent. 0: until the conversation's own timer closes it.
 */
export async function endIdleChat(
  dependencies: Dependencies,
  conversationSid: string,
  afterSeconds: number,
): Promise<'ended' | 'not-yet' | 'nothing-to-do'> {
  if (afterSeconds === 0) return 'nothing-to-do';
  try {
    const silence = await readSilence(dependencies, conversationSid);
    return silence ? await endWhenDue(dependencies, silence, afterSeconds) : 'nothing-to-do';
  } catch (error) {
    if (error instanceof ConversationGoneError) return 'nothing-to-do';
    throw error;
  }
}

async function endWhenDue(dependencies: Dependencies, silence: Silence, afterSeconds: number) {
  const { database, twilio, logger } = dependencies;
  const { conversation, since, last } = silence;
  const { conversationSid, interaction, readAt } = conversation;
  // Who waits for an answer is not idle.
  const isWaiting = last !== undefined && isPlayerIdentity(last.author);
  const heardAt = isWaiting ? readAt.getTime() : Math.max(last?.createdAt.getTime() ?? 0, since.getTime());
  const due = heardAt + afterSeconds * 1_000;
  if (readAt.getTime() < due) {
    const key = `idle:${conversationSid}`;
    await enqueueJob(database, 'end-idle-chat', { conversationSid }, { key, runAt: new Date(due) });
    return 'not-yet';
  }
  if (!interaction) {
    logger.warn({ conversationSid }, 'an idle chat is left to its timer: TaskRouter did not tell its Interaction');
    return 'nothing-to-do';
  }
  // Over already, and TaskRouter has not told it yet.
  if (!(await twilio.isOpen(conversationSid))) return 'nothing-to-do';
  const notice = await postNotice(dependencies, {
    conversationSid,
    key: `player-silent:${last?.index ?? 'joined'}`,
    text: playerText(playerLanguage(conversation.origin.locale), 'silence.player', {
      hours: Math.max(1, Math.round(afterSeconds / 3_600)),
      number: conversation.case?.number ?? 0,
    }),
  });
  if (notice.kind === 'in-progress')
    throw new Error('The player is being told by somebody else: to be looked at again');
  await twilio.endChat(interaction);
  await enqueueJob(database, 'settle-conversation', { conversationSid }, { key: `settle:${conversationSid}` });
  logger.info({ conversationSid }, 'ended a chat whose player was silent');
  return 'ended';
}
