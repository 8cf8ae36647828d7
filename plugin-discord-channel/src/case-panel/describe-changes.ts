import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { text } from '../strings/text';
import { caseFields, caseFieldValue } from './case-fields';

export const statusName = (status: CaseStatus): string => text(`status.${status}`);

/** What somebody else changed between two versions of a case, in sentences. */
export function describeChanges(before: CaseView, after: CaseView): string {
  const known = new Set(before.notes.map((note) => note.id));
  const added = after.notes.filter((note) => !known.has(note.id)).length;
  const changes = [
    before.status !== after.status && text('change.status', { status: statusName(after.status) }),
    added === 1 && text('change.note-added'),
    added > 1 && text('change.notes-added', { count: added }),
    ...caseFields.map((field) => {
      const value = caseFieldValue(after, field);
      if (value === caseFieldValue(before, field)) return false;
      return text(value === '' ? 'change.field-emptied' : 'change.field', { field: text(`field.${field}`), value });
    }),
  ].filter((change): change is string => typeof change === 'string');
  return changes.length > 0 ? changes.join(' ') : text('change.other');
}
