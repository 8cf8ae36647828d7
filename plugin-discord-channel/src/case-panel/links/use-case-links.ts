import type { CaseLink, CaseView } from '@discord-channel/contracts';
import { useState } from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import type { PanelResult } from '../../functions-api/panel-result';
import { text } from '../../strings/text';
import { caseTaskOf, type NamedTask, type OwnTask } from '../case-task';
import { idle, type Progress } from '../progress';
import { useMounted, type WriteCase } from '../use-case';
import type { AgentDesk } from './agent-desk';

export interface UseCaseLinksOptions {
  case: CaseView;
  work: CaseWorkClient;
  write: WriteCase;
  /** The task beside which the case is shown. */
  own?: OwnTask;
  desk?: AgentDesk;
}

export interface CaseLinks {
  progress: Progress;
  /** The agent's tasks that are not kept with this case. */
  others: readonly NamedTask[];
  /** The agent's task of a link; undefined when it is over or somebody else's. */
  taskOf: (link: CaseLink) => NamedTask | undefined;
  add: (task: NamedTask) => void;
  remove: (link: CaseLink) => void;
}

/** Conversations and tasks of a case: keeps one more with it, or takes one away. */
export function useCaseLinks({ case: view, work, write, own, desk }: UseCaseLinksOptions): CaseLinks {
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();
  const tasks = desk?.tasks() ?? [];
  const belongs = (task: NamedTask) => view.links.some((link) => isOf(task, link));

  const run = async (saved: string, change: () => Promise<PanelResult>, isOwn: boolean) => {
    if (progress.kind === 'saving') return;
    setProgress({ kind: 'saving', message: text('link.linking') });
    const result = await write(change);
    if (!mounted.current) return;
    if (result.kind === 'case') {
      setProgress({ kind: 'saved', message: saved });
      if (isOwn) own?.onMoved();
    } else if (result.kind === 'cancelled') setProgress(idle);
    else setProgress({ kind: 'failed', message: text('link.failed', { reason: result.message }) });
  };

  return {
    progress,
    others: tasks.filter((task) => caseTaskOf(task) && !belongs(task)),
    taskOf: (link) => tasks.find((task) => isOf(task, link)),
    add: (task) => {
      const linked = caseTaskOf(task);
      if (linked) run(text('link.added'), () => work.linkCase({ caseId: view.id, task: linked }), false);
    },
    remove: (link) => {
      const { conversationSid, taskSid } = link;
      const isOwn = own !== undefined && isOf(own.task, link);
      run(text('link.removed'), () => work.unlinkCase({ caseId: view.id, conversationSid, taskSid }), isOwn);
    },
  };
}

function isOf(task: NamedTask, { conversationSid, taskSid }: CaseLink): boolean {
  const own = caseTaskOf(task);
  if (!own) return false;
  return own.taskSid === taskSid || (conversationSid !== null && own.conversationSid === conversationSid);
}
