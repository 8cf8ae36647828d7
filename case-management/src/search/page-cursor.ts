import { z } from 'zod';

const cursor = z.object({
  /** What the last one was sorted by. */
  value: z.string(),
  /** When the page was read: what changed since may have moved past the cursor. */
  at: z.iso.datetime({ offset: true }),
  nearly: z.boolean(),
});

/** In a list of cases: the number of the last case. */
export const casesCursor = cursor.extend({ number: z.number().int() });
export type PageCursor = z.infer<typeof casesCursor>;

/** In a list of contacts: the id of the last contact. */
export const contactsCursor = cursor.extend({ id: z.uuid() });
export type ContactsCursor = z.infer<typeof contactsCursor>;

/** Where the next page begins, as a text that means nothing to who keeps it. */
export function writeCursor(written: PageCursor | ContactsCursor): string {
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** Reads what `writeCursor` wrote for such a list; undefined for anything else. */
export function readCursor<Cursor>(schema: z.ZodType<Cursor>, text: string): Cursor | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
