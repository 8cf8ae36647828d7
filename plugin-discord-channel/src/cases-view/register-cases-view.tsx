import type * as Flex from '@twilio/flex-ui';
import { ProductContactCenterTasksIcon } from '@twilio-paste/icons/cjs/ProductContactCenterTasksIcon';
import React from 'react';
import { text } from '../strings/text';
import { CasesView, type CasesViewDependencies } from './cases-view';

const viewName = 'discord-channel-cases';

/** Puts the view of cases and ideas into Flex's side navigation, for everybody who may log in to Flex. */
export function registerCasesView(flex: typeof Flex, dependencies: CasesViewDependencies): void {
  const CasesLink: React.FC<{ activeView?: string }> = ({ activeView }) => (
    <flex.SideLink
      showLabel
      icon={<ProductContactCenterTasksIcon decorative />}
      iconActive={<ProductContactCenterTasksIcon decorative />}
      isActive={activeView === viewName}
      onClick={() => flex.Actions.invokeAction('NavigateToView', { viewName })}
    >
      {text('cases.nav')}
    </flex.SideLink>
  );
  flex.SideNav.Content.add(<CasesLink key={viewName} />);
  flex.ViewCollection.Content.add(
    <flex.View key={viewName} name={viewName}>
      <CasesView {...dependencies} />
    </flex.View>,
  );
}
