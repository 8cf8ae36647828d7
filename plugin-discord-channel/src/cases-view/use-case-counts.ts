import type { CountCasesResponse } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindClient } from '../functions-api/find-client';

export interface CaseCounts {
  /** Undefined while they are not known. */
  counts: CountCasesResponse | undefined;
  failed: boolean;
  refresh: () => Promise<void>;
}

/** How many cases were opened in a range, by status; counted anew when the range changes. */
export function useCaseCounts(
  count: FindClient['countCases'],
  { from, to }: { from?: string; to?: string },
): CaseCounts {
  const [counts, setCounts] = useState<CountCasesResponse>();
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController>();
  const refresh = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const result = await count({ from, to }, controller.signal);
    if (controller.signal.aborted || result.kind === 'cancelled') return;
    setFailed(result.kind !== 'counts');
    if (result.kind === 'counts') setCounts(result.counts);
  }, [count, from, to]);
  useEffect(() => {
    void refresh();
    return () => running.current?.abort();
  }, [refresh]);
  return { counts, failed, refresh };
}
