import { buttonRows } from '../discord/button-rows';
import { sendDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import type { StepOutcome } from '../flow/lanes';
import { latestConversation } from '../store/conversations';
import { firstNotice, type PlayerNotice, postponeNotice } from '../store/player-notices';
import { twilioFailure } from '../twilio/twilio-failure';
import { readToEnd } from './catch-up';
import type { OutboundDependencies } from './outbound-dependencies';
import { postponement } from './postponement';
import { settleNotice } from './settle-notice';

/**
 * Says the next notice that waits for a DM, straight in the DM. An agent's last words may still be on their way
 * when the chat ends, so the conversation is read to its end first: what is found there comes before the notice.
 */
export async function sayNotice(deps: OutboundDependencies, dmChannelId: string): Promise<StepOutcome> {
  const notice = await firstNotice(deps.pool, dmChannelId);
  if (!notice) return { kind: 'idle' };
  if (notice.dueInMs > 0) return { kind: 'later', delayMs: notice.dueInMs };
  const logger = deps.logger.child({ dmChannelId, notice: notice.key, attempt: notice.attempts + 1 });
  try {
    if ((await findLastWords(deps, dmChannelId)) > 0) return { kind: 'worked' };
    await say(deps, dmChannelId, notice);
    deps.onSettled?.({ direction: 'notices', outcome: 'sent' });
    logger.debug('notice sent');
  } catch (error) {
    const failure = discordFailure(error);
    if (failure?.kind === 'refused') {
      deps.onSettled?.({ direction: 'notices', outcome: 'failed' });
      logger.warn({ err: error }, 'the player could not be told');
      await settleNotice(deps.pool, notice.key, { state: 'failed', code: String(failure.code) });
    } else {
      const again = postponement(error, notice.attempts);
      const { delayMs } = again;
      await postponeNotice(deps.pool, notice.key, again);
      if (again.failures === 0) return { kind: 'later', delayMs };
      deps.onSettled?.({ direction: 'notices', outcome: 'postponed' });
      logger.warn({ err: error, delayMs }, 'could not tell the player, trying again');
    }
  }
  return { kind: 'worked' };
}

async function findLastWords(deps: OutboundDependencies, dmChannelId: string): Promise<number> {
  const conversation = await latestConversation(deps.pool, dmChannelId);
  if (!conversation?.conversationSid || !conversation.agentJoined) return 0;
  try {
    return await readToEnd(deps, conversation.conversationSid);
  } catch (error) {
    // A conversation that is gone has no last words.
    if (twilioFailure(error)?.kind === 'refused') return 0;
    throw error;
  }
}

async function say({ pool, rest }: OutboundDependencies, dmChannelId: string, notice: PlayerNotice): Promise<void> {
  const message = {
    ...(notice.body !== '' && { content: notice.body }),
    ...(notice.buttons && { components: buttonRows(notice.buttons) }),
    ...(notice.embed && { embeds: [notice.embed] }),
  };
  const messageId = await sendDirectMessage(rest, dmChannelId, message, messageNonce(notice.key, 0));
  await settleNotice(pool, notice.key, { state: 'sent', messageId });
}
