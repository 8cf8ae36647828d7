import { z } from 'zod';
import { caseStatus, caseSummary } from './case-view';

/** What cases can be listed by. A case's number is the order in which cases were opened. */
export const caseSortKey = z.enum(['number', 'updated', 'subject', 'status', 'customer', 'owner', 'csat']);
export type CaseSortKey = z.infer<typeof caseSortKey>;

export const caseSort = z.object({ by: caseSortKey, direction: z.enum(['ascending', 'descending']) });
export type CaseSort = z.infer<typeof caseSort>;

/** When cases were opened: from the one moment, before the other. */
export const caseRange = z.object({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
export type CaseRange = z.infer<typeof caseRange>;

const someWords = z.array(z.string().min(1).max(40)).max(20, 'Choose at most 20.');

/** Everything given must hold; what is left out does not matter. */
export const caseFilters = caseRange.extend({
  /** Words in the notes, or in what the player reported. */
  keyword: z.string().trim().max(200, 'Look for at most 200 characters.').optional(),
  number: z.number('Give a case number.').int('Give a case number.').positive('Give a case number.').optional(),
  statuses: z.array(caseStatus).max(3).optional(),
  /** A case has all of these. */
  tags: someWords.optional(),
  /** Its contact has all of these. */
  labels: someWords.optional(),
  /** The contact whose cases they are. */
  contactId: z.uuid().optional(),
  /** Flex identity of an agent who worked on it. */
  agentId: z.string().min(1).max(200).optional(),
  /** Flex identity of its owner; null for cases that nobody owns. */
  ownerId: z.string().min(1).max(200).nullable().optional(),
  /** What the case, or its contact, holds in fields that the team defined. */
  customValues: z
    .array(
      z.object({
        of: z.enum(['case', 'contact']),
        fieldId: z.uuid(),
        value: z.string().min(1).max(500),
        match: z.enum(['is', 'contains']),
      }),
    )
    .max(40)
    .optional(),
  /** One of these. */
  csatScores: z.array(z.number().int().min(1).max(5)).max(5).optional(),
});
export type CaseFilters = z.infer<typeof caseFilters>;

export const findCasesRequest = z.object({
  /** Words that all occur, a name, an address, a telephone or a case number. Empty finds everything. */
  search: z.string().trim().max(200, 'Search for at most 200 characters.').default(''),
  filters: caseFilters.default({}),
  sort: caseSort.default({ by: 'number', direction: 'descending' }),
  /** The `next` of the page before; left out for the first page. */
  cursor: z.string().max(2_000).optional(),
});
export type FindCasesRequest = z.input<typeof findCasesRequest>;

/** A case in the team's list. */
export const listedCase = caseSummary.extend({
  customer: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  tags: z.array(z.string()),
  customValues: z.record(z.uuid(), z.string()),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  csatScore: z.number().int().nullable(),
  updatedAt: z.iso.datetime(),
  /** Who changed it last; null when that is not known. */
  updatedBy: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
});
export type ListedCase = z.infer<typeof listedCase>;

export const findCasesResponse = z.object({
  items: z.array(listedCase),
  /** Where the next page begins; null on the last one. */
  next: z.string().nullable(),
  /** True when nothing was found as it was typed, so that these have a name one letter away from it. */
  nearly: z.boolean(),
});
export type FindCasesResponse = z.infer<typeof findCasesResponse>;

export const countCasesResponse = z.object({
  all: z.number().int(),
  open: z.number().int(),
  elevated: z.number().int(),
  closed: z.number().int(),
});
export type CountCasesResponse = z.infer<typeof countCasesResponse>;
