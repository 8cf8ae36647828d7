import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import type { TaskLike } from '../task-channel/is-discord-task';
import { CaseDetails } from './case-details';
import { caseReference } from './case-reference';
import { LoadingCase } from './loading-case';
import { PanelMessage } from './panel-message';
import { useCase } from './use-case';
import type { NoteDrafts } from './use-note-form';

export interface CasePanelDependencies {
  client: PanelClient;
  drafts: NoteDrafts;
  /** A new UUID for a note. */
  createId: () => string;
}

export interface CasePanelProps extends CasePanelDependencies {
  /** The selected task, given by Flex. */
  task?: TaskLike | null;
}

/** The panel beside the conversation: the case of whichever task is selected. */
export const CasePanel: React.FC<CasePanelProps> = ({ task, ...dependencies }) => (
  <Box
    as="section"
    aria-label={text('panel.label')}
    data-testid="case-panel"
    width="100%"
    height="100%"
    overflowY="auto"
    backgroundColor="colorBackgroundBody"
    color="colorText"
  >
    {task ? (
      // A new key for every case: nothing of one case may show in another.
      <CaseOfTask key={JSON.stringify(caseReference(task) ?? null)} task={task} {...dependencies} />
    ) : (
      <PanelMessage heading={text('panel.no-task.heading')} text={text('panel.no-task.text')} />
    )}
  </Box>
);

const CaseOfTask: React.FC<CasePanelDependencies & { task: TaskLike }> = ({ task, client, drafts, createId }) => {
  const { state, reload, write } = useCase({ client, reference: caseReference(task) });
  switch (state.kind) {
    case 'loading':
      return <LoadingCase />;
    case 'absent':
      return <PanelMessage heading={text('panel.no-case.heading')} text={text('panel.no-case.text')} />;
    case 'failed':
      return <PanelMessage heading={text('panel.failed.heading')} text={state.message} failed onRetry={reload} />;
    case 'ready':
      return <CaseDetails case={state.case} write={write} client={client} drafts={drafts} createId={createId} />;
  }
};
