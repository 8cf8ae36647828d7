import { remindAgent as remindAgentNow } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/** Reminds an agent, and the player, of a message without an answer. */
export const remindAgent: Effect<'remind-agent'> = async ({ virtualAgent, silence }, { conversationSid }) => {
  await remindAgentNow(virtualAgent, conversationSid, silence.agent);
};
