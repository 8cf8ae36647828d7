import { z } from 'zod';
import { casePriority } from './case-view';
import { findCasesRequest, listedCase } from './find-cases';

/** The cases that a list would show, many at a time. */
export const exportCasesRequest = findCasesRequest;

/** A case with everything that a table of cases has. */
export const exportedCase = listedCase.extend({
  priority: casePriority,
  category: z.string().nullable(),
  followUpOn: z.iso.date().nullable(),
  elevationReason: z.string().nullable(),
  resolution: z.string().nullable(),
  /** Of its contact: the name on Discord, labels, and what it holds in the team's fields. */
  username: z.string().nullable(),
  labels: z.array(z.string()),
  contactCustomValues: z.record(z.uuid(), z.string()),
});
export type ExportedCase = z.infer<typeof exportedCase>;

export const exportCasesResponse = z.object({
  items: z.array(exportedCase),
  /** Where the next page begins; null on the last one. */
  next: z.string().nullable(),
});
export type ExportCasesResponse = z.infer<typeof exportCasesResponse>;
