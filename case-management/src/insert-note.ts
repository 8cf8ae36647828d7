import type { Actor } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { recordInTimeline } from './record-in-timeline';

export interface InsertNote {
  caseId: string;
  /** A UUID that stays the same when the call is repeated. */
  noteId: string;
  text: string;
  actor: Actor;
}

/**
 * Adds a note to a case in the caller's transaction, once per note id.
 * @returns `taken` when there is a note with this id, of this case or another
 */
export async function insertNote(
  transaction: Queryable,
  { caseId, noteId, text, actor }: InsertNote,
): Promise<'inserted' | 'taken'> {
  const { kind, id, name } = actor;
  const inserted = await transaction.query(
    `insert into case_management.case_notes (id, case_id, text, author_kind, author_id, author_name)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [noteId, caseId, withoutNul(text), kind, id, name],
  );
  if (inserted.rowCount !== 1) return 'taken';
  await transaction.query('update case_management.cases set updated_at = now() where id = $1', [caseId]);
  await recordInTimeline(transaction, { caseId, event: 'note-added', details: { noteId }, actor });
  return 'inserted';
}

/** Postgres holds every character in text but this one. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
