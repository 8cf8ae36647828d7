import type { Actor, CaseView } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface AddCaseNote {
  caseId: string;
  /** A UUID chosen by the writer. */
  noteId: string;
  text: string;
  actor: Actor;
}

export type AddCaseNoteResult =
  | { kind: 'added'; case: CaseView }
  /** This note is on the case: a repeated request. */
  | { kind: 'already-added'; case: CaseView }
  /** Another case has a note with this id; nothing was done. */
  | { kind: 'note-id-taken' }
  | { kind: 'not-found' };

/**
 * Adds a note to a case, once per note id. A note does not raise the case's version: it takes nothing away from what
 * another agent is changing at the same moment.
 */
export function addCaseNote(pool: Pool, request: AddCaseNote): Promise<AddCaseNoteResult> {
  return inTransaction(pool, async (transaction) => {
    const touched = await transaction.query('select 1 from case_management.cases where id = $1 for update', [
      request.caseId,
    ]);
    if (touched.rowCount === 0) return { kind: 'not-found' };

    const { kind, id, name } = request.actor;
    const inserted = await transaction.query(
      `insert into case_management.case_notes (id, case_id, text, author_kind, author_id, author_name)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [request.noteId, request.caseId, withoutNul(request.text), kind, id, name],
    );
    if (inserted.rowCount === 1) {
      await transaction.query('update case_management.cases set updated_at = now() where id = $1', [request.caseId]);
      await recordInTimeline(transaction, {
        caseId: request.caseId,
        event: 'note-added',
        details: { noteId: request.noteId },
        actor: request.actor,
      });
      await rememberAgent(transaction, request.actor);
    }
    const view = await readCaseView(transaction, request.caseId);
    if (!view) return { kind: 'not-found' };
    if (inserted.rowCount === 1) return { kind: 'added', case: view };
    const onThisCase = view.notes.some((note) => note.id === request.noteId);
    return onThisCase ? { kind: 'already-added', case: view } : { kind: 'note-id-taken' };
  });
}

/** Postgres holds every character in text but this one. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
