import React from 'react';
import type { CasePanelDependencies } from '../case-panel/case-panel';
import { CustomFieldsProvider } from '../case-panel/custom-fields/custom-fields-context';
import type { FindClient } from '../functions-api/find-client';
import { text } from '../strings/text';
import { isLead } from '../views/is-lead';
import { ViewFrame } from '../views/view-frame';
import { CaseTab } from './case-tab';
import { ContactListTab } from './contacts/contact-list-tab';
import { IdeaTab } from './idea-tab';
import { SettingsTab } from './settings/settings-tab';

export interface CasesViewDependencies extends CasePanelDependencies {
  find: FindClient;
}

/** The page of everything that players reported, whatever task is selected. */
export const CasesView: React.FC<CasesViewDependencies> = (dependencies) => {
  const leads = isLead(dependencies.me().roles);
  const { settings, feed, find, createId } = dependencies;
  const tabs = [
    { name: text('cases.tab.cases'), content: <CaseTab {...dependencies} /> },
    { name: text('cases.tab.contacts'), content: <ContactListTab {...dependencies} /> },
    { name: text('cases.tab.ideas'), content: <IdeaTab find={find} /> },
  ];
  const forLeads = {
    name: text('cases.tab.settings'),
    content: <SettingsTab client={settings} createId={createId} />,
  };
  return (
    <CustomFieldsProvider settings={settings} feed={feed}>
      <ViewFrame id="cases" title={text('cases.title')} tabs={leads ? [...tabs, forLeads] : tabs} />
    </CustomFieldsProvider>
  );
};
