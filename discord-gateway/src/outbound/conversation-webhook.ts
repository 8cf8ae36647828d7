import { conversationSid, messageSid } from '@discord-channel/contracts';
import { z } from 'zod';

/** Twilio sends the fields of a post-action webhook as text. https://www.twilio.com/docs/conversations/conversations-webhooks */
const messageFields = z.object({
  ConversationSid: conversationSid,
  MessageSid: messageSid,
  /** At most nine digits, so that it fits the column. */
  Index: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  Author: z.string().default(''),
  Body: z.string().optional(),
  Attributes: z.string().default('{}'),
  /** A JSON array of the files, when there are any. */
  Media: z.string().optional(),
});

const messageAdded = messageFields.extend({ EventType: z.literal('onMessageAdded') });

/** Told of a new body, and of any attribute. */
const messageUpdated = messageFields.extend({
  EventType: z.literal('onMessageUpdated'),
  DateUpdated: z.coerce.date(),
});

const messageRemoved = messageFields.extend({
  EventType: z.literal('onMessageRemoved'),
  DateRemoved: z.coerce.date(),
});

const stateUpdated = z.object({
  EventType: z.literal('onConversationStateUpdated'),
  ConversationSid: conversationSid,
  StateTo: z.string(),
});

export const conversationWebhook = z.discriminatedUnion('EventType', [
  messageAdded,
  messageUpdated,
  messageRemoved,
  stateUpdated,
]);
export type ConversationWebhook = z.infer<typeof conversationWebhook>;
export type MessageFields = z.infer<typeof messageFields>;
export type MessageChanged = z.infer<typeof messageUpdated> | z.infer<typeof messageRemoved>;

/** How many files a message carries; unreadable `Media` counts as one, so that it is not taken for an empty message. */
export function countMedia(media: string | undefined): number {
  if (!media) return 0;
  try {
    const files: unknown = JSON.parse(media);
    return Array.isArray(files) ? files.length : 1;
  } catch {
    return 1;
  }
}
