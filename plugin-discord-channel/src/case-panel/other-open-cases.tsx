import React from 'react';
import type { CaseWorkClient } from '../functions-api/case-work-client';
import type { OwnTask } from './case-task';
import { OfferedCases } from './new-case/offered-cases';
import { useTaskCases } from './new-case/use-task-cases';

export interface OtherOpenCasesProps {
  /** The case that is shown. */
  caseId: string;
  own: OwnTask;
  work: CaseWorkClient;
}

/** A returning customer: the cases beside this one that are still open, one of which it may be about. */
export const OtherOpenCases: React.FC<OtherOpenCasesProps> = ({ caseId, own, work }) => {
  const others = useTaskCases(work, own.task).filter(({ id }) => id !== caseId);
  return <OfferedCases cases={others} task={own.task} client={work} onLinked={own.onMoved} />;
};
