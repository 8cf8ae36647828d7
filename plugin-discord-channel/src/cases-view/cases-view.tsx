import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@twilio-paste/core/tabs';
import React from 'react';
import type { CasePanelDependencies } from '../case-panel/case-panel';
import { CustomFieldsProvider } from '../case-panel/custom-fields/custom-fields-context';
import type { FindClient } from '../functions-api/find-client';
import { text } from '../strings/text';
import { CaseTab } from './case-tab';
import { ContactListTab } from './contacts/contact-list-tab';
import { IdeaTab } from './idea-tab';
import { isLead } from './is-lead';
import { SettingsTab } from './settings/settings-tab';

export interface CasesViewDependencies extends CasePanelDependencies {
  find: FindClient;
}

/** The page of everything that players reported, whatever task is selected. */
export const CasesView: React.FC<CasesViewDependencies> = (dependencies) => {
  const leads = isLead(dependencies.me().roles);
  return (
    <CustomFieldsProvider settings={dependencies.settings} feed={dependencies.feed}>
      <Box
        as="section"
        aria-label={text('cases.title')}
        data-testid="cases-view"
        width="100%"
        height="100%"
        overflowY="auto"
        padding="space70"
        backgroundColor="colorBackgroundBody"
        color="colorText"
      >
        <Heading as="h1" variant="heading20">
          {text('cases.title')}
        </Heading>
        <Tabs baseId="discord-channel-cases">
          <TabList aria-label={text('cases.title')}>
            <Tab>{text('cases.tab.cases')}</Tab>
            <Tab>{text('cases.tab.contacts')}</Tab>
            <Tab>{text('cases.tab.ideas')}</Tab>
            {leads && <Tab>{text('cases.tab.settings')}</Tab>}
          </TabList>
          <TabPanels>
            <TabPanel>
              <CaseTab {...dependencies} />
            </TabPanel>
            <TabPanel>
              <ContactListTab {...dependencies} />
            </TabPanel>
            <TabPanel>
              <IdeaTab find={dependencies.find} />
            </TabPanel>
            {leads && (
              <TabPanel>
                <SettingsTab client={dependencies.settings} createId={dependencies.createId} />
              </TabPanel>
            )}
          </TabPanels>
        </Tabs>
      </Box>
    </CustomFieldsProvider>
  );
};
