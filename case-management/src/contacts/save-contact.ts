import type { Actor, ContactView, SaveContactRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import type { WrongCustomValue } from '../custom-fields/change-custom-values';
import { recordInTimeline } from '../record-in-timeline';
import { rememberAgent } from '../remember-agent';
import { changeContact } from './change-contact';
import { readContactView } from './read-contact-view';

export interface SaveContact extends SaveContactRequest {
  actor: Actor;
}

export type SaveContactResult =
  | { kind: 'changed' | 'unchanged'; contact: ContactView }
  /** Somebody changed the contact in between; nothing was done. */
  | { kind: 'stale'; current: ContactView }
  | WrongCustomValue
  | { kind: 'not-found' };

/**
 * Changes what agents know of a contact, with or without a case; the timeline of its newest case tells it. Safe to
 * repeat, as `editContact` is.
 */
export function saveContact(pool: Pool, request: SaveContact): Promise<SaveContactResult> {
  const { contactId, version, changes, actor } = request;
  return inTransaction(pool, async (transaction) => {
    // Case before contact, as whoever deletes the case holds it first.
    const { rows } = await transaction.query<{ id: string }>(
      `select id from case_management.cases where contact_id = $1 order by number desc limit 1 for key share`,
      [contactId],
    );
    await transaction.query('select 1 from case_management.contacts where id = $1 for update', [contactId]);
    const before = await readContactView(transaction, contactId);
    if (!before) return { kind: 'not-found' };
    const result = await changeContact(transaction, { before, version, changes });
    if (result.kind === 'unchanged') return { kind: 'unchanged', contact: before };
    if (result.kind === 'stale') return { kind: 'stale', current: before };
    if (result.kind !== 'changed') return result;
    const newest = rows[0]?.id;
    const details = { edits: result.edits };
    if (newest) await recordInTimeline(transaction, { caseId: newest, event: 'contact-edited', details, actor });
    await rememberAgent(transaction, actor);
    return { kind: 'changed', contact: (await readContactView(transaction, contactId)) ?? before };
  });
}
