import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { useCallback, useRef, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { describeChanges, statusName } from './describe-changes';
import { idle, type Progress } from './progress';
import { useMounted, type WriteCase } from './use-case';

export interface StatusChange {
  /** The status to show: the wanted one while it is being saved, else the case's own. */
  shown: CaseStatus;
  progress: Progress;
  change: (status: CaseStatus) => void;
}

export interface UseStatusChangeOptions {
  client: PanelClient;
  case: CaseView;
  write: WriteCase;
}

/**
 * Changes the status at once and takes it back when the server refuses. A press during a save waits its turn; the last
 * one wins. When somebody else was faster the agent is told what changed, and decides anew.
 */
export function useStatusChange({ client, case: view, write }: UseStatusChangeOptions): StatusChange {
  const [wanted, setWanted] = useState<CaseStatus>();
  const [progress, setProgress] = useState<Progress>(idle);
  const latestPress = useRef(0);
  const mounted = useMounted();
  const shown = wanted ?? view.status;

  const change = useCallback(
    async (status: CaseStatus) => {
      if (status === shown) return;
      latestPress.current += 1;
      const press = latestPress.current;
      setWanted(status);
      setProgress({ kind: 'saving', message: text('status.saving') });
      const outcome = await save({ client, write, status });
      if (!mounted.current || press !== latestPress.current) return;
      setWanted(undefined);
      setProgress(outcome);
    },
    [client, write, shown, mounted],
  );

  return { shown, progress, change };
}

interface Save {
  client: PanelClient;
  write: WriteCase;
  status: CaseStatus;
}

async function save({ client, write, status }: Save): Promise<Progress> {
  let before: CaseView | undefined;
  const result = await write((current) => {
    before = current;
    return client.changeCaseStatus({ caseId: current.id, status, version: current.version });
  });
  if (result.kind === 'cancelled' || !before) return idle;
  if (result.kind === 'case') return saved();
  if (result.kind === 'refused' && result.code === 'stale-version' && result.current) {
    if (result.current.status === status) return saved();
    return { kind: 'failed', message: text('status.stale', { changes: describeChanges(before, result.current) }) };
  }
  const failure = { status: statusName(before.status), reason: result.message };
  if (result.kind !== 'unreachable') return { kind: 'failed', message: text('status.failed', failure) };
  // The change may have been made although its answer was lost: only the server knows.
  const truth = await write((current) => client.getCase({ caseId: current.id }));
  if (truth.kind !== 'case') return { kind: 'failed', message: text('status.unknown', { reason: result.message }) };
  if (truth.case.status === status) return saved();
  return { kind: 'failed', message: text('status.failed', { ...failure, status: statusName(truth.case.status) }) };
}

const saved = (): Progress => ({ kind: 'saved', message: text('status.saved') });
