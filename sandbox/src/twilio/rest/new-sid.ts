import { randomBytes } from 'node:crypto';

/** A new Twilio SID: the two letters of the resource's kind and 32 hexadecimal digits. */
export function newSid(prefix: string): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}
