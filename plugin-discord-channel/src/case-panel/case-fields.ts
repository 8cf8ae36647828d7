import type { CasePriority, CaseView } from '@discord-channel/contracts';
import { text } from '../strings/text';

/** The fields of a case that agents edit, in the order in which they are shown. */
export const caseFields = [
  'subject',
  'priority',
  'category',
  'tags',
  'owner',
  'followUpOn',
  'elevationReason',
  'resolution',
] as const;
export type CaseField = (typeof caseFields)[number];

export const priorityName = (priority: CasePriority): string => text(`priority.${priority}`);

/** A day (YYYY-MM-DD) as people write it where the agent is. */
export function dayName(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** What stands in a field, in words; empty where nothing does. */
export function caseFieldValue(view: CaseView, field: CaseField): string {
  switch (field) {
    case 'priority':
      return priorityName(view.priority);
    case 'tags':
      return view.tags.join(', ');
    case 'owner':
      return view.owner?.name ?? '';
    case 'followUpOn':
      return view.followUpOn ? dayName(view.followUpOn) : '';
    default:
      return view[field] ?? '';
  }
}
