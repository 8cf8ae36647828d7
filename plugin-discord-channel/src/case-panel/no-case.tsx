import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { text } from '../strings/text';
import type { CasePanelDependencies } from './case-panel';
import type { NamedTask } from './case-task';
import { OfferedCases } from './new-case/offered-cases';
import { useTaskCases } from './new-case/use-task-cases';
import { PanelMessage } from './panel-message';

export interface NoCaseProps extends Pick<CasePanelDependencies, 'work'> {
  task: NamedTask;
  /** The task has a case now. */
  onLinked: () => void;
  /** It had one, which was deleted. */
  deleted?: boolean;
}

/** A task without a case: what to do, and the open cases of its customer. */
export const NoCase: React.FC<NoCaseProps> = ({ task, work, onLinked, deleted = false }) => {
  const cases = useTaskCases(work, task);
  return (
    <>
      {deleted ? (
        <Box paddingX="space70" paddingBottom="space60" color="colorText">
          {text('deleted.next')}
        </Box>
      ) : (
        <PanelMessage heading={text('panel.no-case.heading')} text={text('panel.no-case.text')} />
      )}
      <Box paddingX="space70">
        <OfferedCases cases={cases} task={task} client={work} onLinked={onLinked} />
      </Box>
    </>
  );
};
