import type { CaseSummary } from '@discord-channel/contracts';
import { useEffect, useState } from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import { caseTaskOf, type NamedTask } from '../case-task';

/** The cases of a task's customer that are not closed. None while they are not known: a case can be added without them. */
export function useTaskCases(client: CaseWorkClient, task: NamedTask | null | undefined): readonly CaseSummary[] {
  const [cases, setCases] = useState<readonly CaseSummary[]>([]);
  const own = task ? caseTaskOf(task) : undefined;
  const key = own && JSON.stringify(own);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the task, whose object Flex renews all the time.
  useEffect(() => {
    if (!own) return undefined;
    const controller = new AbortController();
    client.findTaskCases({ task: own }, controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'page') setCases(result.items);
    });
    return () => controller.abort();
  }, [client, key]);

  return cases;
}
