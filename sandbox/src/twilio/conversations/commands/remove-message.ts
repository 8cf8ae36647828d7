import type { Origin } from '../changes';
import { checkWritable } from '../check-values';
import type { Conversation, Message } from '../records';
import { type CommandContext, timestamp } from './context';

export interface MessageRemoval {
  conversation: Conversation;
  message: Message;
  origin: Origin;
}

/** Deletes a message: its index stays a gap for good. @throws TwilioRestError 50377 if the conversation is closed. */
export function removeMessage(context: CommandContext, { conversation, message, origin }: MessageRemoval): void {
  checkWritable(conversation);
  const eventId = context.state.nextEventId();
  conversation.messages.delete(message.index);
  conversation.messageIndexBySid.delete(message.sid);
  context.media.removeOf(message.sid);
  conversation.removedMessages.push({ key: message.index, eventId });
  conversation.eventId = eventId;
  context.changes.publish({
    kind: 'message-removed',
    conversation,
    message,
    origin,
    eventId,
    at: timestamp(context),
  });
}
