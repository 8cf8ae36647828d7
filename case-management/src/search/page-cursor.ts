import { z } from 'zod';

const pageCursor = z.object({
  /** What the last case was sorted by, and its number. */
  value: z.string(),
  number: z.number().int(),
  /** When the page was read: what changed since may have moved past the cursor. */
  at: z.iso.datetime({ offset: true }),
  nearly: z.boolean(),
});
export type PageCursor = z.infer<typeof pageCursor>;

/** Where the next page begins, as a text that means nothing to who keeps it. */
export function writeCursor(cursor: PageCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads what `writeCursor` wrote; undefined for anything else. */
export function readCursor(text: string): PageCursor | undefined {
  try {
    return pageCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
