import type { CaseView } from '@discord-channel/contracts';
import { caseReference } from '../case-panel/case-reference';
import type { NamedTask } from '../case-panel/case-task';
import type { PanelClient } from '../functions-api/panel-client';

/** A question that waits for its answer. */
export interface OpenQuestion {
  case: CaseView;
  /** The task may be completed now. */
  done: () => void;
}

/** Asks how the case of a task stands before the task is completed. */
export interface CompletionQuestion {
  /** Resolves once the task may be completed: answered, skipped, or nothing to ask. Never rejects. */
  ask: (task: NamedTask) => Promise<void>;
  /** Told of the question to show; of none when it is answered. @returns what ends the listening */
  listen: (show: (question: OpenQuestion | undefined) => void) => () => void;
}

/** An agent who completes a task does not wait longer than this for its case. In milliseconds. */
const patienceMs = 2_500;

/** A task without a case, with a closed one, or with one that cannot be had in time is completed without a question. */
export function createCompletionQuestion({ client }: { client: Pick<PanelClient, 'getCase'> }): CompletionQuestion {
  let show: ((question: OpenQuestion | undefined) => void) | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const askNow = async (task: NamedTask): Promise<void> => {
    const view = await caseOf(client, task);
    if (!view || view.status === 'closed' || !show) return;
    const tell = show;
    await new Promise<void>((resolve) => tell({ case: view, done: resolve }));
    tell(undefined);
  };

  return {
    ask(task) {
      // Two tasks completed at once are asked about one after the other.
      const asked = queue.then(() => askNow(task)).catch(() => {});
      queue = asked;
      return asked;
    },
    listen(listener) {
      show = listener;
      return () => {
        if (show === listener) show = undefined;
      };
    },
  };
}

async function caseOf(client: Pick<PanelClient, 'getCase'>, task: NamedTask): Promise<CaseView | undefined> {
  const reference = caseReference(task);
  if (!reference) return undefined;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  const result = await client.getCase(reference, patience.signal);
  clearTimeout(timer);
  return result.kind === 'case' ? result.case : undefined;
}
