import { settleConversation as settle } from '@discord-channel/virtual-agent';
import { closeConversation } from '../store/conversations';
import type { Effect } from './effect';

/** Finds out whether an agent ended, left or transferred a conversation; after an end the next message starts anew. */
export const settleConversation: Effect<'settle-conversation'> = async (
  { pool, virtualAgent },
  { conversationSid },
) => {
  const outcome = await settle(virtualAgent, conversationSid);
  if (outcome === 'ended') await closeConversation(pool, conversationSid);
};
