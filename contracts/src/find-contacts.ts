import { z } from 'zod';
import { caseView } from './case-view';

/** What contacts can be listed by. */
export const contactSortKey = z.enum(['name', 'email', 'created', 'updated']);
export type ContactSortKey = z.infer<typeof contactSortKey>;

export const contactSort = z.object({ by: contactSortKey, direction: z.enum(['ascending', 'descending']) });
export type ContactSort = z.infer<typeof contactSort>;

export const findContactsRequest = z.object({
  /** Words of names, an address or a telephone number. Empty finds everybody. */
  search: z.string().trim().max(200, 'Search for at most 200 characters.').default(''),
  /** A contact has all of these. */
  labels: z.array(z.string().min(1).max(40)).max(20, 'Choose at most 20.').default([]),
  sort: contactSort.default({ by: 'name', direction: 'ascending' }),
  /** The `next` of the page before; left out for the first page. */
  cursor: z.string().max(2_000).optional(),
});
export type FindContactsRequest = z.input<typeof findContactsRequest>;

/** A contact in the team's list. */
export const listedContact = caseView.shape.contact.omit({ version: true, discord: true, identities: true }).extend({
  /** On Discord; null for a contact of another channel. */
  username: z.string().nullable(),
  cases: z.object({ all: z.number().int(), closed: z.number().int() }),
  /** Null while there is none. */
  newestCaseId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ListedContact = z.infer<typeof listedContact>;

export const findContactsResponse = z.object({
  items: z.array(listedContact),
  /** Where the next page begins; null on the last one. */
  next: z.string().nullable(),
  /** True when nobody was found as it was typed, so that these have a name one letter away from it. */
  nearly: z.boolean(),
});
export type FindContactsResponse = z.infer<typeof findContactsResponse>;

/** The labels that contacts have. */
export const findLabelsRequest = z.object({});
export const labelsResponse = z.object({
  labels: z.array(z.object({ name: z.string(), contacts: z.number().int() })),
});
export type LabelsResponse = z.infer<typeof labelsResponse>;
