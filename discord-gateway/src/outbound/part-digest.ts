import { createHash } from 'node:crypto';
import type { DirectMessage } from '../discord/direct-messages';

/** Tells whether a part of a message holds the same as before, without keeping what it holds. */
export function partDigest(message: DirectMessage): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22);
}

const filePrefix = 'file:';

/** The same for a part that is a file: it never changes. */
export function fileDigest(mediaSid: string): string {
  return `${filePrefix}${mediaSid}`;
}

/** Whether a digest is that of a file. */
export function isFileDigest(digest: string): boolean {
  return digest.startsWith(filePrefix);
}
