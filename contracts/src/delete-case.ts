import { z } from 'zod';

export const deleteCaseRequest = z.object({
  caseId: z.uuid(),
  /** The version that the supervisor looked at; another one is answered with `stale-version`. */
  version: z.number().int().positive(),
  /** How many notes the supervisor saw: a note leaves the version as it is, and would be lost unread. */
  notes: z.number().int().nonnegative(),
});
export type DeleteCaseRequest = z.infer<typeof deleteCaseRequest>;

/** What is kept of a case that was deleted. */
export const deletedCase = z.object({
  id: z.uuid(),
  number: z.number().int().positive(),
  /** An agent's name, as agents know each other. */
  deletedBy: z.string(),
  deletedAt: z.iso.datetime(),
});
export type DeletedCase = z.infer<typeof deletedCase>;

export const deleteCaseResponse = z.object({ deleted: deletedCase });
export type DeleteCaseResponse = z.infer<typeof deleteCaseResponse>;
