import type { CaseView, LinkCaseRequest } from '@discord-channel/contracts';
import { useState } from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import { text } from '../../strings/text';
import { idle, type Progress } from '../progress';
import { useMounted } from '../use-case';

export interface LinkingCase {
  progress: Progress;
  link: (request: LinkCaseRequest) => void;
}

/** Keeps a task with a case, and tells how that goes. */
export function useLinkCase(client: CaseWorkClient, onLinked: (view: CaseView) => void): LinkingCase {
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();
  const link = async (request: LinkCaseRequest) => {
    if (progress.kind === 'saving') return;
    setProgress({ kind: 'saving', message: text('link.linking') });
    const result = await client.linkCase(request);
    if (!mounted.current) return;
    setProgress(
      result.kind === 'case' || result.kind === 'cancelled'
        ? idle
        : { kind: 'failed', message: text('link.failed', { reason: result.message }) },
    );
    if (result.kind === 'case') onLinked(result.case);
  };
  return { progress, link };
}
