import type { CaseView, caseLimits } from '@discord-channel/contracts';
import { useCallback, useRef, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { idle, type Progress } from './progress';
import { useMounted, type WriteCase } from './use-case';

/** The contract's limit, in UTF-16 units. */
export const noteLimit: (typeof caseLimits)['note'] = 5_000;

/** What an agent has written and not saved, by case id, so that it is there again after a look at another task. */
export type NoteDrafts = Map<string, string>;

export interface NoteForm {
  draft: string;
  /** Length of the draft as it counts against the limit, in UTF-16 units. */
  length: number;
  progress: Progress;
  edit: (draft: string) => void;
  add: () => void;
}

export interface UseNoteFormOptions {
  client: PanelClient;
  case: CaseView;
  write: WriteCase;
  drafts: NoteDrafts;
  createId: () => string;
}

/** The form that adds a note. A failed attempt keeps the text; the same text tried again is the same note to the server. */
export function useNoteForm({ client, case: view, write, drafts, createId }: UseNoteFormOptions): NoteForm {
  const [draft, setDraft] = useState(drafts.get(view.id) ?? '');
  const [progress, setProgress] = useState<Progress>(idle);
  const tried = useRef<{ noteId: string; note: string }>();
  const mounted = useMounted();
  const caseId = view.id;
  const note = draft.trim();

  const edit = useCallback(
    (next: string) => {
      drafts.set(caseId, next);
      setDraft(next);
      setProgress(idle);
    },
    [drafts, caseId],
  );

  const add = useCallback(async () => {
    if (progress.kind === 'saving') return;
    const problem = findProblem(note);
    if (problem) return setProgress({ kind: 'failed', message: problem });
    if (tried.current?.note !== note) tried.current = { noteId: createId(), note };
    const { noteId } = tried.current;
    setProgress({ kind: 'saving', message: text('note.saving') });
    const result = await write(() => client.addCaseNote({ caseId, noteId, text: note }));
    const saved = result.kind === 'case';
    if (saved) {
      drafts.delete(caseId);
      tried.current = undefined;
    }
    if (!mounted.current) return;
    if (saved) setDraft('');
    if (saved) setProgress({ kind: 'saved', message: text('note.saved') });
    else if (result.kind === 'cancelled') setProgress(idle);
    else {
      // After a lost answer the note may be there already; trying again is safe because the id is the same.
      const key = result.kind === 'unreachable' ? 'note.unknown' : 'note.failed';
      setProgress({ kind: 'failed', message: text(key, { reason: result.message }) });
    }
  }, [client, write, drafts, caseId, note, progress.kind, createId, mounted]);

  return { draft, length: note.length, progress, edit, add };
}

function findProblem(note: string): string | undefined {
  if (note === '') return text('note.empty');
  if (note.length > noteLimit) return text('note.too-long', { limit: noteLimit, over: note.length - noteLimit });
  return undefined;
}
