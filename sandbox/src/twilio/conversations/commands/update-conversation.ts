import type { ConversationState } from '../../ports';
import type { Origin } from '../changes';
import { checkAttributes, checkWritable, limits } from '../check-values';
import type { Conversation, Timers } from '../records';
import { changeState } from './change-state';
import { checkTimers } from './check-timers';
import { type CommandContext, timestamp } from './context';

export interface ConversationUpdate {
  conversation: Conversation;
  friendlyName?: string;
  attributes?: string;
  state?: ConversationState;
  timers?: Partial<Timers>;
  origin: Origin;
}

/**
 * Replaces what is given. Closing what is closed changes nothing.
 * @throws TwilioRestError 50377 for any other change of a closed conversation, and those of the value checks.
 */
export function updateConversation(context: CommandContext, input: ConversationUpdate): Conversation {
  const { conversation, origin } = input;
  if (conversation.state === 'closed' && input.state === 'closed' && input.attributes === undefined)
    return conversation;
  checkWritable(conversation);
  const attributes =
    input.attributes === undefined ? undefined : checkAttributes(input.attributes, limits.conversationAttributes);
  const timers = input.timers === undefined ? undefined : checkTimers({ ...conversation.timers, ...input.timers });
  if (attributes !== undefined || input.friendlyName !== undefined || timers !== undefined) {
    conversation.attributes = attributes ?? conversation.attributes;
    conversation.friendlyName = input.friendlyName ?? conversation.friendlyName;
    conversation.timers = timers ?? conversation.timers;
    conversation.dateUpdated = timestamp(context);
    conversation.eventId = context.state.nextEventId();
    context.changes.publish({ kind: 'conversation-updated', conversation, origin });
  }
  if (input.state !== undefined) changeState(context, { conversation, to: input.state, reason: 'API', origin });
  return conversation;
}
