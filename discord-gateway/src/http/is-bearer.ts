import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header carries this secret. Takes as long for a wrong one as for the right one. */
export function isBearer(header: string | undefined, secret: string): boolean {
  const given = /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? '';
  // Digests have one length, which timingSafeEqual needs.
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(secret)) && given !== '';
}
