import { createHash } from 'node:crypto';

/** Discord's limit for a nonce. */
const nonceLength = 25;

/**
 * The nonce of one part of a message: the same for every attempt, so that with `enforce_nonce` a repetition
 * returns the message that exists instead of creating another one.
 * https://discord.com/developers/docs/resources/message#create-message
 */
export function messageNonce(source: string, part: number): string {
  return createHash('sha256').update(`${source}/${part}`).digest('base64url').slice(0, nonceLength);
}
