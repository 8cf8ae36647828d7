import type { Actor, CaseView } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { insertNote } from './insert-note';
import { readCaseView } from './read-case-view';
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

    const inserted = (await insertNote(transaction, request)) === 'inserted';
    if (inserted) await rememberAgent(transaction, request.actor);
    const view = await readCaseView(transaction, request.caseId);
    if (!view) return { kind: 'not-found' };
    if (inserted) return { kind: 'added', case: view };
    const onThisCase = view.notes.some((note) => note.id === request.noteId);
    return onThisCase ? { kind: 'already-added', case: view } : { kind: 'note-id-taken' };
  });
}
