import type { LabelsResponse } from '@discord-channel/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useMounted } from '../../case-panel/use-case';
import type { FindClient } from '../../functions-api/find-client';

export interface Labels {
  /** None while they are not known. */
  labels: LabelsResponse['labels'];
  refresh: () => Promise<void>;
}

/** The labels that contacts have, to choose from. Without them the list is there all the same. */
export function useLabels(find: FindClient['findLabels']): Labels {
  const [labels, setLabels] = useState<Labels['labels']>([]);
  const mounted = useMounted();
  const refresh = useCallback(async () => {
    const result = await find();
    if (mounted.current && result.kind === 'labels') setLabels(result.labels);
  }, [find, mounted]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { labels, refresh };
}
