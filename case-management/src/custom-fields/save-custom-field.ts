import { type CustomFieldsResponse, customFieldLimits, type SaveCustomFieldRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { publishSettings } from './publish-settings';
import { readCustomFields } from './read-custom-fields';

export type SaveCustomFieldResult =
  | ({ kind: 'saved' } & CustomFieldsResponse)
  /** Another field of the same kind of thing is called so. */
  | { kind: 'name-taken' }
  /** Somebody changed or deleted it in between; nothing was done. */
  | { kind: 'stale' }
  | { kind: 'too-many' };

/**
 * Defines a field, or gives one another name or other options. What it is for and of what kind stays as it began:
 * cases hold values in it. An option that is taken away stays where it was chosen.
 */
export function saveCustomField(pool: Pool, field: SaveCustomFieldRequest): Promise<SaveCustomFieldResult> {
  return inTransaction(pool, async (transaction) => {
    // One after the other: names and their number are compared with what is there.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['custom-fields']);
    const all = await readCustomFields(transaction);
    const known = all.find(({ id }) => id === field.id);
    const { subject, kind } = known ?? field;
    const others = all.filter(({ id, deleted }) => id !== field.id && !deleted);
    const same = known && known.name === field.name && JSON.stringify(known.options) === JSON.stringify(field.options);
    // A repeated request.
    if (same && !known.deleted) return { kind: 'saved', fields: all };
    if ((known?.version ?? null) !== field.version || known?.deleted) return { kind: 'stale' };
    const name = field.name.toLowerCase();
    if (others.some((other) => other.subject === subject && other.name.toLowerCase() === name)) {
      return { kind: 'name-taken' };
    }
    if (others.length >= customFieldLimits.fields) return { kind: 'too-many' };
    await transaction.query(
      `insert into case_management.custom_fields (id, subject, kind, name, options) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set name = excluded.name, options = excluded.options,
         version = custom_fields.version + 1`,
      [field.id, subject, kind, field.name, kind === 'dropdown' ? field.options : []],
    );
    await publishSettings(transaction);
    return { kind: 'saved', fields: await readCustomFields(transaction) };
  });
}
