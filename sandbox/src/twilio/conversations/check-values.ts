import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';
import type { Conversation } from './records';

const kibibyte = 1_024;
/** https://www.twilio.com/docs/conversations/conversations-limits, in bytes. */
export const limits = {
  conversationAttributes: 16 * kibibyte,
  messageAttributes: 4 * kibibyte,
  participantAttributes: 4 * kibibyte,
  userAttributes: 4 * kibibyte,
  messageBody: 32 * kibibyte,
  participants: 1_000,
  conversationsPerIdentity: 1_000,
  webhooks: 5,
} as const;

/** @throws TwilioRestError 20001 for an empty identity or one with a character that Twilio reserves. */
export function checkIdentity(identity: string): string {
  if (identity === '') throw invalidParameter('Identity must not be empty');
  if (identity.length > 256) throw invalidParameter('Identity is longer than 256 characters');
  if (/[!*'();:@&=+$,/?%#[\]]/.test(identity)) throw invalidParameter('Identity contains a reserved character');
  return identity;
}

/** @throws TwilioRestError 20001 unless the name is safe in a path. */
export function checkUniqueName(uniqueName: string): string {
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(uniqueName)) {
    throw invalidParameter('UniqueName may contain letters, digits, "_" and "-" only');
  }
  if (/^CH[0-9a-f]{32}$/.test(uniqueName)) throw invalidParameter('UniqueName must not look like a SID');
  return uniqueName;
}

/** @throws TwilioRestError 50304 for what is not JSON, 20001 for more than `maxBytes`. */
export function checkAttributes(attributes: string, maxBytes: number): string {
  try {
    JSON.parse(attributes);
  } catch {
    throw new TwilioRestError(400, 50304, 'Attributes not valid JSON');
  }
  if (Buffer.byteLength(attributes) > maxBytes) {
    throw invalidParameter(`Attributes are larger than ${maxBytes} bytes`);
  }
  return attributes;
}

/** @throws TwilioRestError 50504 for a body of more than 32 KiB. */
export function checkBody(body: string): string {
  if (Buffer.byteLength(body) > limits.messageBody) {
    throw new TwilioRestError(400, 50504, 'Message body is longer than 32 KB');
  }
  return body;
}

/**
 * @throws TwilioRestError 50377 for a closed conversation, which is read-only, and 50386 for one that is not ready
 * yet.
 */
export function checkWritable(conversation: Conversation): void {
  if (conversation.state === 'closed') {
    throw new TwilioRestError(400, 50377, `Conversation ${conversation.sid} is closed`);
  }
  if (conversation.state === 'initializing') {
    throw new TwilioRestError(409, 50386, `Conversation ${conversation.sid} is initializing and cannot be used yet`);
  }
}
