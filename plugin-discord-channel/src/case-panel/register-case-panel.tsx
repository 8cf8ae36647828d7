import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { CasePanel } from './case-panel';
import type { FlexStore } from './use-last-message';

/** Flex gives half of the desktop to each side, which leaves the conversation 290 px on a 1280 px screen. */
const conversationSide = '60%';

/** Puts the panel where Flex shows a CRM. Flex hands it the selected task; drafts live as long as the page. */
export function registerCasePanel(flex: typeof Flex, client: PanelClient, store: FlexStore): void {
  const drafts = new Map<string, string>();
  const createId = () => crypto.randomUUID();
  flex.CRMContainer.Content.replace(
    <CasePanel key="discord-channel-case-panel" client={client} drafts={drafts} createId={createId} store={store} />,
    { sortOrder: -1 },
  );
  const { defaultProps } = flex.AgentDesktopView;
  defaultProps.splitterOptions = { initialFirstPanelSize: conversationSide, ...defaultProps.splitterOptions };
}
