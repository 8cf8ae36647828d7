import type { GetCaseRequest } from '@discord-channel/contracts';
import React from 'react';
import { text } from '../strings/text';
import { CaseDetails } from './case-details';
import type { CasePanelDependencies } from './case-panel';
import type { OwnTask } from './case-task';
import { DeletedCase } from './deleted-case';
import { LoadingCase } from './loading-case';
import { PanelMessage } from './panel-message';
import { useCase } from './use-case';

export interface CaseByIdProps extends CasePanelDependencies {
  /** Which case; undefined where there can be none. For another one, mount anew. */
  reference: GetCaseRequest | undefined;
  /** The selected task, where it is the task's case. */
  own?: OwnTask;
  /** What to show when there is none. */
  absent?: React.ReactNode;
  /** What to offer below a case that was deleted. */
  instead?: React.ReactNode;
}

/** A case in every state: on its way, absent, failed, there. */
export const CaseById: React.FC<CaseByIdProps> = ({ reference, own, absent, instead, ...dependencies }) => {
  const { state, reload, write } = useCase({ client: dependencies.client, feed: dependencies.feed, reference });
  switch (state.kind) {
    case 'loading':
      return <LoadingCase />;
    case 'absent':
      return (
        <>{absent ?? <PanelMessage heading={text('panel.no-case.heading')} text={text('panel.no-case.text')} />}</>
      );
    case 'deleted':
      return (
        <>
          <DeletedCase message={state.message} />
          {instead}
        </>
      );
    case 'failed':
      return <PanelMessage heading={text('panel.failed.heading')} text={state.message} failed onRetry={reload} />;
    case 'ready':
      return <CaseDetails case={state.case} own={own} write={write} {...dependencies} />;
  }
};
