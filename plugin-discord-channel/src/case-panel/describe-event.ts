import type { CaseTimelineEntry } from '@discord-channel/contracts';
import { en } from '../strings/en';
import { type TextKey, text } from '../strings/text';

/** What happened, in sentences. Details are read with care: they are as old as the case, and of any release. */
export function describeEvent({ event, details }: CaseTimelineEntry): string[] {
  const edits = Array.isArray(details.edits) ? details.edits.filter(isFields) : [];
  if (edits.length > 0) return edits.map(describeEdit);
  if (event === 'status-changed') {
    return [text('history.status', { from: named('status', details.from), to: named('status', details.to) })];
  }
  if (event === 'rated') {
    const values = { from: String(details.from), to: String(details.to) };
    return [text(details.from === null ? 'history.rated' : 'history.rated-anew', values)];
  }
  if (event === 'player-not-reached') return [text('history.not-reached', { code: String(details.code) })];
  return [named('event', event)];
}

function describeEdit({ field, custom, from, to }: Readonly<Record<string, unknown>>): string {
  // The team's own fields are called as the team calls them.
  const values = {
    field: custom === undefined ? named('field', field) : String(field),
    from: value(field, from),
    to: value(field, to),
  };
  if (values.from === '') return text('history.set', values);
  return text(values.to === '' ? 'history.emptied' : 'history.edited', values);
}

function value(field: unknown, stored: unknown): string {
  if (field === 'priority') return named('priority', stored);
  if (Array.isArray(stored)) return stored.map(String).join(', ');
  if (isFields(stored)) return String(stored.name ?? '');
  return stored === null || stored === undefined ? '' : String(stored);
}

/** The word for one of our names; the name itself where this release has no word for it. */
function named(kind: 'status' | 'event' | 'field' | 'priority', name: unknown): string {
  const key = `${kind}.${String(name)}`;
  return isKey(key) ? text(key) : String(name);
}

const isKey = (key: string): key is TextKey => Object.hasOwn(en, key);
const isFields = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
