import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import { CasePanel, type CasePanelDependencies } from './case-panel';

/** Flex gives half of the desktop to each side, which leaves the conversation 290 px on a 1280 px screen. */
const conversationSide = '60%';

/** Puts the panel where Flex shows a CRM. Flex hands it the selected task. */
export function registerCasePanel(flex: typeof Flex, dependencies: CasePanelDependencies): void {
  flex.CRMContainer.Content.replace(<CasePanel key="discord-channel-case-panel" {...dependencies} />, {
    sortOrder: -1,
  });
  const { defaultProps } = flex.AgentDesktopView;
  defaultProps.splitterOptions = { initialFirstPanelSize: conversationSide, ...defaultProps.splitterOptions };
}
