import type { CaseView, Outreach } from '@discord-channel/contracts';
import { useRef, useState } from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import type { OutreachResult } from '../../functions-api/read-outreach';
import { text } from '../../strings/text';
import { idle, type Progress } from '../progress';
import { useMounted } from '../use-case';

export interface UseMessagePlayerOptions {
  case: CaseView;
  work: CaseWorkClient;
  createId: () => string;
  /** The message is with the player. */
  onSent: () => void;
}

export interface MessagingPlayer {
  draft: string;
  progress: Progress;
  /** What is wrong with the text. */
  error: string | undefined;
  edit: (draft: string) => void;
  send: () => void;
}

/** How often it is looked how the message goes, and how long. In milliseconds. */
const lookEveryMs = 700;
const patienceMs = 20_000;

/** Writes to the player first, and follows the message until Discord has taken or refused it. */
export function useMessagePlayer({ case: view, work, createId, onSent }: UseMessagePlayerOptions): MessagingPlayer {
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string>();
  const [progress, setProgress] = useState<Progress>(idle);
  const tried = useRef<{ outreachId: string; text: string }>();
  const mounted = useMounted();
  const words = draft.trim();

  const edit = (next: string) => {
    setDraft(next);
    setError(undefined);
    setProgress(idle);
  };

  const send = async () => {
    if (progress.kind === 'saving') return;
    if (words === '') return setError(text('outreach.empty'));
    // The same text after a lost answer is the same message; after a refusal it is another try.
    if (tried.current?.text !== words) tried.current = { outreachId: createId(), text: words };
    const { outreachId } = tried.current;
    setProgress({ kind: 'saving', message: text('outreach.sending') });
    const first = await work.messagePlayer({ caseId: view.id, outreachId, text: words });
    const result = await follow(work, outreachId, first, () => mounted.current);
    if (!mounted.current) return;
    if (result.kind === 'refused' && result.field === 'text') setError(result.message);
    if (result.kind === 'outreach' && result.outreach.state === 'failed') tried.current = undefined;
    setProgress(toProgress(result));
    if (result.kind !== 'outreach' || result.outreach.state === 'failed') return;
    setDraft('');
    tried.current = undefined;
    onSent();
  };

  return { draft, progress, error, edit, send };
}

async function follow(
  work: CaseWorkClient,
  outreachId: string,
  first: OutreachResult,
  isWanted: () => boolean,
): Promise<OutreachResult> {
  let latest = first;
  for (const began = Date.now(); isSending(latest) && isWanted() && Date.now() - began < patienceMs; ) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const now = await work.getOutreach({ outreachId });
    if (now.kind === 'outreach') latest = now;
  }
  return latest;
}

const isSending = (result: OutreachResult) => result.kind === 'outreach' && result.outreach.state === 'sending';

function toProgress(result: OutreachResult): Progress {
  if (result.kind === 'cancelled') return idle;
  if (result.kind === 'outreach') return ofOutreach(result.outreach);
  const key = result.kind === 'unreachable' ? 'outreach.unknown' : 'outreach.failed';
  return { kind: 'failed', message: text(key, { reason: result.message }) };
}

function ofOutreach({ state, failure }: Outreach): Progress {
  if (state === 'failed') return { kind: 'failed', message: text('outreach.failed', { reason: failure ?? '' }) };
  return { kind: 'saved', message: text(state === 'sent' ? 'outreach.sent' : 'outreach.slow') };
}
