import type { CaseHistoryResponse, CaseView } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';

export interface UseHistory {
  history: CaseHistoryResponse | undefined;
  /** Why it could not be loaded, in words for the agent. */
  failure: string | undefined;
  reload: () => void;
  /** Adds what happened earlier. */
  more: () => void;
}

/** What happened to a case, newest first, loaded anew when the case changes. */
export function useHistory(client: PanelClient, view: CaseView): UseHistory {
  const [history, setHistory] = useState<CaseHistoryResponse>();
  const [failure, setFailure] = useState<string>();
  const running = useRef<AbortController>();

  const load = useCallback(
    async (before?: number) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const request = { caseId: view.id, ...(before !== undefined && { before }) };
      const result = await client.getCaseHistory(request, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      setFailure(result.kind === 'history' ? undefined : result.message);
      if (result.kind !== 'history') return;
      setHistory((shown) => {
        const later = before === undefined ? [] : (shown?.timeline ?? []);
        return { ...result.history, timeline: [...later, ...result.history.timeline] };
      });
    },
    [client, view.id],
  );

  const state = `${view.version} ${view.contact.version} ${view.updatedAt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the case is an entry of its history.
  useEffect(() => {
    void load();
    return () => running.current?.abort();
  }, [load, state]);

  return { history, failure, reload: () => void load(), more: () => void load(history?.next ?? undefined) };
}
