import type { CustomField, CustomFieldSubject, CustomValueChanges } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { FieldEdit } from '../find-edits';
import { readCustomFields } from './read-custom-fields';

export interface WrongCustomValue {
  kind: 'wrong-custom-value';
  fieldId: string;
  reason: 'no-such-field' | 'deleted' | 'not-an-option' | 'not-a-tick';
}

type Values = Readonly<Record<string, string>>;

/**
 * What a case or contact holds in custom fields after these changes, and what the timeline keeps of them. A value that
 * is not changed stays, whatever became of its field.
 */
export async function changeCustomValues(
  database: Queryable,
  subject: CustomFieldSubject,
  before: Values,
  changes: CustomValueChanges = {},
): Promise<{ kind: 'changed'; values: Values; edits: FieldEdit[] } | WrongCustomValue> {
  const changed = Object.entries(changes).filter(([id, value]) => value !== (before[id] ?? ''));
  if (changed.length === 0) return { kind: 'changed', values: before, edits: [] };
  const fields = new Map((await readCustomFields(database)).map((field) => [field.id, field]));
  const values: Record<string, string> = { ...before };
  const edits: FieldEdit[] = [];
  for (const [id, value] of changed) {
    const field = fields.get(id);
    const reason = findWrong(field, subject, value);
    if (reason !== undefined || !field) {
      return { kind: 'wrong-custom-value', fieldId: id, reason: reason ?? 'no-such-field' };
    }
    edits.push({ field: field.name, custom: id, from: before[id] ?? null, to: value === '' ? null : value });
    if (value === '') delete values[id];
    else values[id] = value;
  }
  return { kind: 'changed', values, edits };
}

function findWrong(
  field: CustomField | undefined,
  subject: CustomFieldSubject,
  value: string,
): WrongCustomValue['reason'] | undefined {
  if (field?.subject !== subject) return 'no-such-field';
  // What it held may be taken away.
  if (value === '') return undefined;
  if (field.deleted) return 'deleted';
  if (field.kind === 'dropdown' && !field.options.includes(value)) return 'not-an-option';
  if (field.kind === 'checkbox' && value !== 'yes') return 'not-a-tick';
  return undefined;
}
