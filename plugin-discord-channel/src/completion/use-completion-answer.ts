import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { useState } from 'react';
import { idle, type Progress } from '../case-panel/progress';
import { useMounted } from '../case-panel/use-case';
import type { PanelClient } from '../functions-api/panel-client';
import type { PanelResult } from '../functions-api/panel-result';
import { text } from '../strings/text';
import type { OpenQuestion } from './completion-question';

export interface CompletionAnswer {
  progress: Progress;
  reason: string;
  /** What is wrong with the reason. */
  error: string | undefined;
  setReason: (reason: string) => void;
  choose: (status: CaseStatus) => void;
}

/** Saves the status that an agent completes a task with, and lets the task go once it is saved. */
export function useCompletionAnswer(client: PanelClient, { case: view, done }: OpenQuestion): CompletionAnswer {
  const [progress, setProgress] = useState<Progress>(idle);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const mounted = useMounted();

  const choose = async (status: CaseStatus) => {
    if (progress.kind === 'saving') return;
    setProgress({ kind: 'saving', message: text('complete.saving') });
    const result = await save(client, view, status, reason.trim());
    if (result.kind === 'case') return done();
    if (!mounted.current || result.kind === 'cancelled') return;
    const isAboutReason = result.kind === 'refused' && result.field === 'reason';
    setError(isAboutReason ? result.message : undefined);
    setProgress({ kind: 'failed', message: text('complete.failed', { reason: isAboutReason ? '' : result.message }) });
  };

  return { progress, reason, error, setReason, choose };
}

/** What somebody else changed meanwhile does not matter here: the agent says how the case stands now. */
async function save(client: PanelClient, view: CaseView, status: CaseStatus, reason: string): Promise<PanelResult> {
  const change = ({ id: caseId, version }: CaseView) =>
    client.changeCaseStatus({ caseId, status, version, ...(reason !== '' && { reason }) });
  if (view.status === status && (reason === '' || status === 'open')) return { kind: 'case', case: view };
  const result = await change(view);
  return result.kind === 'refused' && result.current ? change(result.current) : result;
}
