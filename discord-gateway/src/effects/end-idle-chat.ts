import { endIdleChat as endIdleChatNow } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/** Ends a chat whose player does not answer the agent any more. */
export const endIdleChat: Effect<'end-idle-chat'> = async ({ virtualAgent, silence }, { conversationSid }) => {
  await endIdleChatNow(virtualAgent, conversationSid, silence.player);
};
