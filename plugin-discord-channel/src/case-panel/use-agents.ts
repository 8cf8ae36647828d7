import { useEffect, useState } from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import type { Agent } from '../functions-api/panel-result';

/** The agents whom a case can be given to; nobody while they are not known. */
export function useAgents(client: PanelClient): readonly Agent[] {
  const [agents, setAgents] = useState<readonly Agent[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    client.findAgents(controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'agents') setAgents(result.agents);
    });
    return () => controller.abort();
  }, [client]);
  return agents;
}
