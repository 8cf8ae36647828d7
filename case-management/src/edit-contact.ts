import type { Actor, CaseView, ContactChanges } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { changeContact } from './contacts/change-contact';
import type { WrongCustomValue } from './custom-fields/change-custom-values';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface EditContact {
  /** The case whose contact it is. */
  caseId: string;
  /** The contact's version that the changes were decided on. */
  version: number;
  changes: ContactChanges;
  actor: Actor;
}

export type EditContactResult =
  | { kind: 'changed'; case: CaseView }
  /** The contact is like that already: a repeated request, or somebody else wished the same. */
  | { kind: 'unchanged'; case: CaseView }
  /** Somebody changed the contact in between; nothing was done. */
  | { kind: 'stale'; current: CaseView }
  | WrongCustomValue
  | { kind: 'not-found' };

/**
 * Changes what agents know of the contact of a case, all of it or nothing. The timeline of the case tells it. Like
 * `editCase` it is safe to repeat. The case's version stays: it takes nothing away from who edits the case.
 */
export function editContact(pool: Pool, { caseId, version, changes, actor }: EditContact): Promise<EditContactResult> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query('select 1 from case_management.cases where id = $1 for key share', [caseId]);
    await transaction.query(
      `select 1 from case_management.contacts p join case_management.cases c on c.contact_id = p.id
        where c.id = $1 for update of p`,
      [caseId],
    );
    const before = await readCaseView(transaction, caseId);
    if (!before) return { kind: 'not-found' };
    const result = await changeContact(transaction, { before: before.contact, version, changes });
    if (result.kind === 'unchanged') return { kind: 'unchanged', case: before };
    if (result.kind === 'stale') return { kind: 'stale', current: before };
    if (result.kind !== 'changed') return result;
    await recordInTimeline(transaction, { caseId, event: 'contact-edited', details: { edits: result.edits }, actor });
    await rememberAgent(transaction, actor);
    const changed = await readCaseView(transaction, caseId);
    return changed ? { kind: 'changed', case: changed } : { kind: 'not-found' };
  });
}
