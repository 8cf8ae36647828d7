import type { CaseStatus } from '@discord-channel/contracts';
import React from 'react';
import type { CaseFactsProps } from './case-facts';
import { StatusControl } from './status-control';
import type { StatusKeys } from './status-keys';
import { StatusReason } from './status-reason';

export interface CaseStatusProps extends CaseFactsProps {
  statusKeys?: StatusKeys;
}

/** The status, and right behind a change the reason for it. */
export const CaseStatusSection: React.FC<CaseStatusProps> = ({ statusKeys, ...props }) => {
  const [chosen, setChosen] = React.useState<CaseStatus>();
  return (
    <>
      <StatusControl {...props} onChosen={setChosen} statusKeys={statusKeys} />
      <StatusReason {...props} chosen={chosen} />
    </>
  );
};
