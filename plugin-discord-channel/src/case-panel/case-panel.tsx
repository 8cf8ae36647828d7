import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { CaseWorkClient } from '../functions-api/case-work-client';
import type { KnowledgeClient } from '../functions-api/knowledge-client';
import type { PanelClient } from '../functions-api/panel-client';
import type { SettingsClient } from '../functions-api/settings-client';
import type { Composer } from '../knowledge-panel/composer';
import type { CaseFeed } from '../live/case-feed';
import { text } from '../strings/text';
import { CasePlace } from './case-place';
import { caseReference } from './case-reference';
import type { NamedTask } from './case-task';
import { CustomFieldsProvider } from './custom-fields/custom-fields-context';
import type { AgentDesk } from './links/agent-desk';
import { PlayerCard } from './player-card';
import type { StatusKeys } from './status-keys';
import type { FlexStore } from './use-last-message';
import type { NoteDrafts } from './use-note-form';

export interface CasePanelDependencies {
  client: PanelClient;
  work: CaseWorkClient;
  knowledge: KnowledgeClient;
  /** What the agent writes in the conversation. */
  composer: Composer;
  feed: CaseFeed;
  settings: SettingsClient;
  drafts: NoteDrafts;
  /** A new UUID for a note. */
  createId: () => string;
  /** The agent's tasks. */
  desk?: AgentDesk;
  /** The keys that change the status of the task's case. */
  statusKeys?: StatusKeys;
  /** Who is logged in, as Flex knows them. */
  me: () => { identity: string; roles: readonly string[] };
  /** Flex's: the conversations that it has loaded. */
  store: FlexStore;
}

export interface CasePanelProps extends CasePanelDependencies {
  /** The selected task, given by Flex. */
  task?: NamedTask | null;
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
    <CustomFieldsProvider settings={dependencies.settings} feed={dependencies.feed}>
      {/* A new key for every case: nothing of one case may show in another. */}
      <React.Fragment key={JSON.stringify((task && caseReference(task)) ?? null)}>
        {task && <PlayerCard task={task} store={dependencies.store} />}
        <CasePlace task={task} {...dependencies} />
      </React.Fragment>
    </CustomFieldsProvider>
  </Box>
);
