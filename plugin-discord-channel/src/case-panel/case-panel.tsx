import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import type { TaskLike } from '../task-channel/is-discord-task';
import { CaseById } from './case-by-id';
import { caseReference } from './case-reference';
import { PanelMessage } from './panel-message';
import { PlayerCard } from './player-card';
import type { FlexStore } from './use-last-message';
import type { NoteDrafts } from './use-note-form';

export interface CasePanelDependencies {
  client: PanelClient;
  drafts: NoteDrafts;
  /** A new UUID for a note. */
  createId: () => string;
  /** Flex's: the conversations that it has loaded. */
  store: FlexStore;
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
      <React.Fragment key={JSON.stringify(caseReference(task) ?? null)}>
        <PlayerCard task={task} store={dependencies.store} />
        <CaseById reference={caseReference(task)} {...dependencies} />
      </React.Fragment>
    ) : (
      <PanelMessage heading={text('panel.no-task.heading')} text={text('panel.no-task.text')} />
    )}
  </Box>
);
