import type { Actor, CaseView, ContactChanges } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { changeCustomValues, type WrongCustomValue } from './custom-fields/change-custom-values';
import { findEdits } from './find-edits';
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
    await transaction.query(
      `select 1 from case_management.contacts p join case_management.cases c on c.contact_id = p.id
        where c.id = $1 for update of p`,
      [caseId],
    );
    const before = await readCaseView(transaction, caseId);
    if (!before) return { kind: 'not-found' };
    const { customValues, ...others } = changes;
    const after = { ...before.contact, ...others };
    const custom = await changeCustomValues(transaction, 'contact', before.contact.customValues, customValues);
    if (custom.kind !== 'changed') return custom;
    const edits = [
      ...findEdits(before.contact, after, Object.keys(others) as (keyof typeof others)[]),
      ...custom.edits,
    ];
    if (edits.length === 0) return { kind: 'unchanged', case: before };
    if (before.contact.version !== version) return { kind: 'stale', current: before };

    await transaction.query(
      `update case_management.contacts
          set first_name = $2, last_name = $3, email = $4, phone = $5, labels = $6, notes = $7, custom_values = $8,
              version = version + 1, updated_at = now()
        where id = $1`,
      [
        before.contact.id,
        after.firstName,
        after.lastName,
        after.email,
        after.phone,
        after.labels,
        after.notes,
        custom.values,
      ],
    );
    await recordInTimeline(transaction, { caseId, event: 'contact-edited', details: { edits }, actor });
    await rememberAgent(transaction, actor);
    const changed = await readCaseView(transaction, caseId);
    return changed ? { kind: 'changed', case: changed } : { kind: 'not-found' };
  });
}
