import { ConversationGoneError, postNotice as post } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/** Says in the conversation what happened, once per key; its webhook carries it to the player. */
export const postNotice: Effect<'post-notice'> = async ({ virtualAgent, logger }, notice) => {
  try {
    const { kind } = await post(virtualAgent, notice);
    if (kind === 'in-progress') throw new Error('The notice is being posted by somebody else: to be looked at again');
  } catch (error) {
    if (!(error instanceof ConversationGoneError)) throw error;
    logger.info({ conversationSid: notice.conversationSid }, 'the conversation was over before a notice could be said');
  }
};
