import type { Actor, NewCaseFields } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type FieldEdit, findEdits } from './find-edits';
import { recordInTimeline } from './record-in-timeline';

type Known = Pick<NewCaseFields, 'firstName' | 'lastName' | 'email' | 'phone'>;

export interface FillInContact {
  /** Whose timeline tells of it. */
  caseId: string;
  contactId: string;
  fields: Known;
  actor: Actor;
}

const names = ['firstName', 'lastName', 'email', 'phone'] as const;

/** Keeps what an agent wrote of a contact with a new case. What was left empty takes nothing away. */
export async function fillInContact(
  transaction: Queryable,
  { caseId, contactId, fields, actor }: FillInContact,
): Promise<void> {
  const { rows } = await transaction.query<Known>(
    `select first_name as "firstName", last_name as "lastName", email, phone
       from case_management.contacts where id = $1 for update`,
    [contactId],
  );
  const [before] = rows;
  if (!before) throw new Error('A contact of this transaction is gone');
  const edits: FieldEdit[] = findEdits(
    before,
    fields,
    names.filter((name) => fields[name] !== null),
  );
  if (edits.length === 0) return;
  await transaction.query(
    `update case_management.contacts
        set first_name = coalesce($2, first_name), last_name = coalesce($3, last_name), email = coalesce($4, email),
            phone = coalesce($5, phone), version = version + 1, updated_at = now()
      where id = $1`,
    [contactId, fields.firstName, fields.lastName, fields.email, fields.phone],
  );
  await recordInTimeline(transaction, { caseId, event: 'contact-edited', details: { edits }, actor });
}
