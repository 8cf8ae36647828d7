import type { CannedResponsesResponse } from '@discord-channel/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useMounted } from '../../case-panel/use-case';
import type { CannedClient, CannedResult } from '../../functions-api/canned-client';

export interface CannedList {
  /** Undefined while nothing was answered yet. */
  found: CannedResponsesResponse | undefined;
  /** Why the last look came to nothing, in words. */
  failure: string | undefined;
  refresh: () => void;
  /** Shows what an answer brought. */
  take: (result: CannedResult) => void;
}

/** Every canned response, as the Functions told them last. */
export function useCannedList(client: CannedClient): CannedList {
  const [found, setFound] = useState<CannedResponsesResponse>();
  const [failure, setFailure] = useState<string>();
  const mounted = useMounted();
  const take = useCallback(
    (result: CannedResult) => {
      if (!mounted.current) return;
      if (result.kind === 'responses') setFound(result);
      setFailure('message' in result ? result.message : undefined);
    },
    [mounted],
  );
  const refresh = useCallback(() => void client.find().then(take), [client, take]);
  useEffect(refresh, [refresh]);
  return { found, failure, refresh, take };
}
