import { z } from 'zod';
import { caseLimits, contactView } from './case-view';
import { customValueChanges, line, optional, paragraph, words } from './edit-case';

const addressNeeded = 'Give an e-mail address, such as kim@example.com.';
const phoneNeeded = 'Give a phone number, such as +48 600 100 200.';
const absent = z.literal('').transform(() => null);

/** What an agent changes of a contact; what is left out stays. */
export const contactChanges = z
  .strictObject({
    firstName: optional(line, 100, 'A first name'),
    lastName: optional(line, 100, 'A last name'),
    email: z.union([absent, z.email(addressNeeded).max(254, addressNeeded)], addressNeeded).nullable(),
    phone: z.union([absent, z.string().regex(/^\+?[0-9 ()./-]{3,40}$/, phoneNeeded)], phoneNeeded).nullable(),
    labels: words('A label'),
    notes: optional(paragraph, caseLimits.note, 'A note'),
    customValues: customValueChanges,
  })
  .partial();
export type ContactChanges = z.infer<typeof contactChanges>;

export const editContactRequest = z.object({
  /** The case whose contact it is: the change stands in its history. */
  caseId: z.uuid(),
  /** The contact's version that the agent looked at; another one is answered with `stale-version`. */
  version: z.number().int().positive(),
  changes: contactChanges,
});
export type EditContactRequest = z.infer<typeof editContactRequest>;

/** A contact by its own id: whoever is in the list of contacts, with or without a case. */
export const getContactRequest = z.object({ contactId: z.uuid() });
export type GetContactRequest = z.infer<typeof getContactRequest>;

/** The change stands in the history of the contact's newest case, if it has one. */
export const saveContactRequest = editContactRequest.omit({ caseId: true }).extend({ contactId: z.uuid() });
export type SaveContactRequest = z.infer<typeof saveContactRequest>;

export const contactResponse = z.object({ contact: contactView });
export type ContactResponse = z.infer<typeof contactResponse>;
