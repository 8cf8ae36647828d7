import { z } from 'zod';
import { actor, caseSummary } from './case-view';

/** Something that happened to a case; nobody can change it. */
export const timelineEntry = z.object({
  id: z.number().int().positive(),
  event: z.string(),
  /** What stands beside the event, by its kind: fields with what was there before, a status. */
  details: z.record(z.string(), z.unknown()),
  actor,
  at: z.iso.datetime(),
});
export type CaseTimelineEntry = z.infer<typeof timelineEntry>;

export const getCaseHistoryRequest = z.object({
  caseId: z.uuid(),
  /** The `next` of the page before; left out for the first page. */
  before: z.number().int().positive().optional(),
});
export type GetCaseHistoryRequest = z.infer<typeof getCaseHistoryRequest>;

export const caseHistoryResponse = z.object({
  /** A page, newest first. */
  timeline: z.array(timelineEntry),
  /** Where the next page begins; null on the last one. */
  next: z.number().int().positive().nullable(),
  /** The newest of the same contact. */
  otherCases: z.array(caseSummary),
});
export type CaseHistoryResponse = z.infer<typeof caseHistoryResponse>;
