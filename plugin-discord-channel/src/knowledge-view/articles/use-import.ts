import type { ImportArticlesResponse, KnowledgeServer } from '@discord-channel/contracts';
import { useState } from 'react';
import { useMounted } from '../../case-panel/use-case';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { cutText } from './cut-text';

/** Written again because the contract's zod must stay out of the bundle: its articleLimits. */
const longestFile = 5_000_000;
const longestPiece = 60_000;

export type ImportState =
  | { kind: 'idle' }
  /** @property percent of the file that has arrived */
  | { kind: 'sending'; percent: number }
  | { kind: 'done'; added: number; changed: number; unchanged: number }
  | { kind: 'rejected'; problems: ReadonlyArray<{ line: number; reason: string }>; more: number }
  | { kind: 'failed'; message: string };

export interface Import {
  state: ImportState;
  run: (file: File, server: KnowledgeServer) => Promise<void>;
  forget: () => void;
}

/** Sends a file piece by piece; it is imported whole or not at all. */
export function useImport(client: ArticleClient, createId: () => string, onImported: () => void): Import {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const mounted = useMounted();

  const run = async (file: File, server: KnowledgeServer) => {
    const format = /\.(csv|json)$/i.exec(file.name)?.[1]?.toLowerCase();
    if (format !== 'csv' && format !== 'json') return setState(failed(text('import.wrong-kind')));
    if (file.size > longestFile) return setState(failed(text('import.too-long')));
    setState({ kind: 'sending', percent: 0 });
    const pieces = cutText(await file.text(), longestPiece);
    const importId = createId();
    let answer: ImportArticlesResponse = { outcome: 'waiting' };
    for (const [part, content] of pieces.entries()) {
      const request = { importId, part, parts: pieces.length, content, format, server } as const;
      const result = await client.importArticles(request);
      if (!mounted.current) return;
      if (result.kind === 'cancelled') return setState({ kind: 'idle' });
      if (result.kind !== 'imported') {
        const key = result.kind === 'unreachable' ? 'import.unknown' : 'import.failed';
        return setState(failed(text(key, { reason: result.message })));
      }
      answer = result.answer;
      setState({ kind: 'sending', percent: Math.round((100 * (part + 1)) / pieces.length) });
    }
    if (answer.outcome === 'rejected') return setState({ kind: 'rejected', ...answer });
    // The last piece that was missing is the last that is sent.
    if (answer.outcome === 'waiting') return setState(failed(text('import.incomplete')));
    setState({ kind: 'done', ...answer });
    onImported();
  };
  return { state, run, forget: () => setState({ kind: 'idle' }) };
}

const failed = (message: string): ImportState => ({ kind: 'failed', message });
