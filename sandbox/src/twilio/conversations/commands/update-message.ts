import type { Origin } from '../changes';
import { checkAttributes, checkBody, checkWritable, limits } from '../check-values';
import type { Conversation, Message } from '../records';
import { type CommandContext, timestamp } from './context';

export interface MessageUpdate {
  conversation: Conversation;
  message: Message;
  author?: string;
  body?: string;
  /** Replaces all attributes: merging is the caller's work, and there is no If-Match. */
  attributes?: string;
  origin: Origin;
}

/** @throws TwilioRestError 50377 if the conversation is closed, and those of the value checks. */
export function updateMessage(context: CommandContext, input: MessageUpdate): Message {
  const { conversation, message, origin } = input;
  checkWritable(conversation);
  const attributes =
    input.attributes === undefined ? message.attributes : checkAttributes(input.attributes, limits.messageAttributes);
  const body = input.body === undefined ? message.body : checkBody(input.body);
  const at = timestamp(context);
  const eventId = context.state.nextEventId();
  message.attributes = attributes;
  message.body = body;
  message.author = input.author ?? message.author;
  message.dateUpdated = at;
  message.eventId = eventId;
  context.changes.publish({ kind: 'message-updated', conversation, message, origin, eventId, at });
  return message;
}
