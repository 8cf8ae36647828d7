import type { ContactChanges, ContactView } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';
import { changeCustomValues, type WrongCustomValue } from '../custom-fields/change-custom-values';
import { type FieldEdit, findEdits } from '../find-edits';

export interface ChangeContact {
  /** As it is, under a lock. */
  before: ContactView;
  /** The version that the changes were decided on. */
  version: number;
  changes: ContactChanges;
}

export type ChangeContactResult =
  /** What the timeline is to tell. */
  | { kind: 'changed'; edits: readonly FieldEdit[] }
  /** The contact is like that already: a repeated request, or somebody else wished the same. */
  | { kind: 'unchanged' }
  /** Somebody changed the contact in between; nothing was done. */
  | { kind: 'stale' }
  | WrongCustomValue;

/** Changes what agents know of a contact, all of it or nothing, in the caller's transaction. */
export async function changeContact(
  transaction: PoolClient,
  { before, version, changes }: ChangeContact,
): Promise<ChangeContactResult> {
  const { customValues, ...others } = changes;
  const after = { ...before, ...others };
  const custom = await changeCustomValues(transaction, 'contact', before.customValues, customValues);
  if (custom.kind !== 'changed') return custom;
  const edits = [...findEdits(before, after, Object.keys(others) as (keyof typeof others)[]), ...custom.edits];
  if (edits.length === 0) return { kind: 'unchanged' };
  if (before.version !== version) return { kind: 'stale' };
  await transaction.query(
    `update case_management.contacts
        set first_name = $2, last_name = $3, email = $4, phone = $5, labels = $6, notes = $7, custom_values = $8,
            version = version + 1, updated_at = now()
      where id = $1`,
    [before.id, after.firstName, after.lastName, after.email, after.phone, after.labels, after.notes, custom.values],
  );
  return { kind: 'changed', edits };
}
