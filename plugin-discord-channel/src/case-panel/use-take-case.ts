import type { CaseView } from '@discord-channel/contracts';
import { useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { describeChanges } from './describe-changes';
import { idle, type Progress } from './progress';
import { useMounted, type WriteCase } from './use-case';

export interface TakeCase {
  progress: Progress;
  take: () => void;
}

/** Makes the agent the owner of the case. When somebody changed it meanwhile, the agent is told and presses again. */
export function useTakeCase({ client, write }: { client: PanelClient; write: WriteCase }): TakeCase {
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();

  const take = async () => {
    if (progress.kind === 'saving') return;
    setProgress({ kind: 'saving', message: text('case.taking') });
    let before: CaseView | undefined;
    const result = await write((current) => {
      before = current;
      const { id: caseId, version } = current;
      return client.editCase({ caseId, version, changes: { owner: { kind: 'me' } } });
    });
    if (!mounted.current) return;
    if (result.kind === 'case') return setProgress({ kind: 'saved', message: text('case.taken') });
    if (result.kind === 'cancelled') return setProgress(idle);
    const current = result.kind === 'refused' ? result.current : undefined;
    const message =
      before && current
        ? text('edit.stale', { changes: describeChanges(before, current) })
        : text(result.kind === 'unreachable' ? 'edit.unknown' : 'edit.failed', { reason: result.message });
    setProgress({ kind: 'failed', message });
  };

  return { progress, take };
}
