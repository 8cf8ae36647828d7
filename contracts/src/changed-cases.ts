import { z } from 'zod';

/**
 * The Sync document in which Flex hears of changed cases: what changed, never what it says. One for an account.
 * https://www.twilio.com/docs/sync/api/document-resource
 */
export const changedCasesDocument = 'discord-channel-case-changes';

/** How many cases it names: a few kilobytes of the 16 KiB that a document holds. */
export const maxChangedCases = 50;

export const changedCase = z.object({
  caseId: z.uuid(),
  number: z.number().int().positive(),
  version: z.number().int().positive(),
  /** Grows with everything that happens to the case, also with what leaves its version as it is. */
  change: z.number().int().positive(),
});
export type ChangedCase = z.infer<typeof changedCase>;

export const changedCases = z.object({
  /** The cases that changed last, newest first, each once. */
  changes: z.array(changedCase).max(maxChangedCases),
  /** Stands for the team's fields and tags: another one when they were changed. */
  settings: z.string().max(40),
});
export type ChangedCases = z.infer<typeof changedCases>;
