import type { ExportedCase } from '@discord-channel/contracts';
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../../browser/save-file';
import type { FindClient } from '../../functions-api/find-client';
import type { SettingsClient } from '../../functions-api/settings-client';
import { writeCsv } from '../../views/write-csv';
import type { CaseQuestion } from '../use-case-list';
import { toSheet } from './case-sheet';

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; count: number }
  | { kind: 'saved'; count: number }
  /** What was read is kept: it can be gone on with. */
  | { kind: 'failed'; count: number; message: string };

export interface CaseExport {
  state: ExportState;
  /** Reads every case that a question finds, and saves them as a file. */
  start: (question: CaseQuestion) => void;
  /** After a failure: goes on where it came to. */
  goOn: () => void;
  cancel: () => void;
}

interface Reading {
  question: CaseQuestion;
  /** Each case once, as it was told last: one that changed may come again. */
  cases: Map<string, ExportedCase>;
  /** Undefined before the first page, null behind the last. */
  cursor: string | null | undefined;
}

/** The export of cases: page by page out of the Functions, joined here. A newer one ends an older one. */
export function useCaseExport(find: FindClient['exportCases'], settings: SettingsClient): CaseExport {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const reading = useRef<Reading>();
  const running = useRef<AbortController>();

  const run = async (now: Reading) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const { cases, question } = now;
    const tell = (next: ExportState) => !signal.aborted && setState(next);
    const fail = (result: { kind: string; message?: string }) =>
      tell({ kind: 'failed', count: cases.size, message: result.message ?? '' });
    while (now.cursor !== null) {
      tell({ kind: 'running', count: cases.size });
      const page = await find({ ...question, ...(now.cursor !== undefined && { cursor: now.cursor }) }, signal);
      if (signal.aborted) return;
      if (page.kind !== 'page') return fail(page);
      for (const one of page.items) cases.set(one.id, one);
      now.cursor = page.next;
    }
    tell({ kind: 'running', count: cases.size });
    // Behind the cases: a field that was defined meanwhile may be filled in on one of them.
    const fields = await settings.findCustomFields(signal);
    if (signal.aborted) return;
    if (fields.kind !== 'fields') return fail(fields);
    const day = new Date().toISOString().slice(0, 10);
    const file = writeCsv(toSheet([...cases.values()], fields.fields), { formulas: 'disarm' });
    saveFile(`cases-${day}.csv`, 'text/csv;charset=utf-8', file);
    reading.current = undefined;
    tell({ kind: 'saved', count: cases.size });
  };

  useEffect(() => () => running.current?.abort(), []);

  return {
    state,
    start: (question) => {
      reading.current = { question, cases: new Map(), cursor: undefined };
      void run(reading.current);
    },
    goOn: () => reading.current && void run(reading.current),
    cancel: () => {
      running.current?.abort();
      reading.current = undefined;
      setState({ kind: 'idle' });
    },
  };
}
