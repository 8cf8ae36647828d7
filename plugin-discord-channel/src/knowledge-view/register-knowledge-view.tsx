import type * as Flex from '@twilio/flex-ui';
import { DocumentationIcon } from '@twilio-paste/icons/cjs/DocumentationIcon';
import React from 'react';
import { text } from '../strings/text';
import { KnowledgeView, type KnowledgeViewDependencies } from './knowledge-view';

const viewName = 'discord-channel-knowledge';

/** Puts the administration of the knowledge base into Flex's side navigation, for everybody who may log in to Flex. */
export function registerKnowledgeView(flex: typeof Flex, dependencies: KnowledgeViewDependencies): void {
  const KnowledgeLink: React.FC<{ activeView?: string }> = ({ activeView }) => (
    <flex.SideLink
      showLabel
      icon={<DocumentationIcon decorative />}
      iconActive={<DocumentationIcon decorative />}
      isActive={activeView === viewName}
      onClick={() => flex.Actions.invokeAction('NavigateToView', { viewName })}
    >
      {text('articles.nav')}
    </flex.SideLink>
  );
  flex.SideNav.Content.add(<KnowledgeLink key={viewName} />);
  flex.ViewCollection.Content.add(
    <flex.View key={viewName} name={viewName}>
      <KnowledgeView {...dependencies} />
    </flex.View>,
  );
}
