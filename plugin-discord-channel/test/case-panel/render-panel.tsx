import { render } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CasePanel, type CasePanelDependencies } from '../../src/case-panel/case-panel';
import type { NamedTask } from '../../src/case-panel/case-task';
import type { CaseWorkClient } from '../../src/functions-api/case-work-client';
import type { PanelClient } from '../../src/functions-api/panel-client';
import { createComposer } from '../../src/knowledge-panel/composer';
import type { CaseFeed } from '../../src/live/case-feed';
import { SettingsServer } from '../cases-view/settings-server';
import { FlexDouble } from '../knowledge-panel/flex-double';
import { KnowledgeServer } from '../knowledge-panel/knowledge-server';
import { FeedDouble } from '../live/feed-double';
import { PanelServer } from './panel-server';
import { WorkServer } from './work-server';

export const discordTask: NamedTask = {
  attributes: { channelType: 'discord', case: { id: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e', number: 1042 } },
};

/** Renders the panel as Flex does: inside Paste's theme, with the selected task as a property. */
export function renderPanel(
  client: PanelClient,
  task: NamedTask | undefined = discordTask,
  work: CaseWorkClient = new WorkServer(client instanceof PanelServer ? client : new PanelServer()),
  feed: CaseFeed = new FeedDouble(),
  more: Partial<CasePanelDependencies> = {},
) {
  const drafts = new Map<string, string>();
  const flex = new FlexDouble();
  const knowledge = new KnowledgeServer();
  const composer = createComposer({ actions: flex.actions, store: flex, wait: flex.settles });
  let ids = 0;
  const createId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const panel = (selected: NamedTask | undefined) => (
    <CustomizationProvider>
      <CasePanel
        task={selected}
        client={client}
        work={work}
        feed={feed}
        settings={new SettingsServer()}
        drafts={drafts}
        createId={createId}
        store={flex}
        me={() => ({ identity: 'kim', roles: ['agent'] })}
        knowledge={knowledge}
        composer={composer}
        {...more}
      />
    </CustomizationProvider>
  );
  const { rerender, unmount } = render(panel(task));
  return { select: (selected: NamedTask | undefined) => rerender(panel(selected)), unmount };
}
