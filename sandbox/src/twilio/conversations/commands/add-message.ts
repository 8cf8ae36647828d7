import { newSid } from '../../rest/new-sid';
import type { Origin } from '../changes';
import { checkAttributes, checkBody, checkWritable, limits } from '../check-values';
import type { Conversation, Message } from '../records';
import { changeState } from './change-state';
import { type CommandContext, timestamp } from './context';

export interface NewMessage {
  conversation: Conversation;
  /** Any name: an author need not be a participant. */
  author: string;
  body: string | null;
  attributes?: string;
  /** Files that were uploaded before. */
  mediaSids?: readonly string[];
  origin: Origin;
}

/**
 * Adds a message under the next index. An inactive conversation becomes active by it.
 * @throws TwilioRestError 50377 if the conversation is closed, 50504 for a body that is too long, 50304 for bad
 * attributes, 20001 for files that cannot be used.
 */
export function addMessage(context: CommandContext, input: NewMessage): Message {
  const { conversation, origin } = input;
  checkWritable(conversation);
  const attributes = checkAttributes(input.attributes ?? '{}', limits.messageAttributes);
  const body = input.body === null ? null : checkBody(input.body);
  const files = context.media.free(input.mediaSids ?? []);
  if (conversation.state === 'inactive') {
    changeState(context, { conversation, to: 'active', reason: 'EVENT', origin });
  }
  const at = timestamp(context);
  const eventId = context.state.nextEventId();
  const message: Message = {
    sid: newSid('IM'),
    index: conversation.nextIndex,
    author: input.author,
    body,
    attributes,
    participantSid: conversation.participantsByIdentity.get(input.author)?.sid ?? null,
    media: files.map(({ sid, filename, contentType, category, content }) => {
      return { sid, filename, contentType, category, size: content.length };
    }),
    dateCreated: at,
    dateUpdated: at,
    addedEventId: eventId,
    eventId,
  };
  for (const file of files) Object.assign(file, { conversationSid: conversation.sid, messageSid: message.sid });
  conversation.nextIndex += 1;
  conversation.messages.set(message.index, message);
  conversation.messageIndexBySid.set(message.sid, message.index);
  conversation.eventId = eventId;
  context.changes.publish({ kind: 'message-added', conversation, message, origin, eventId, at });
  return message;
}
