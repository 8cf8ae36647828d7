import type { Interaction } from '../model';
import type { InteractionsContext } from './context';

/** Closes the conversation of an interaction, unless it is closed. */
export function closeConversation({ conversations }: InteractionsContext, { conversationSid }: Interaction): void {
  if (conversations.conversation(conversationSid)?.state === 'closed') return;
  conversations.changeState(conversationSid, 'closed', 'API');
}
