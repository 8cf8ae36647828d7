import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Tab, TabList, TabPanel, TabPanels, Tabs, useTabState } from '@twilio-paste/core/tabs';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { KnowledgeTab } from '../knowledge-panel/knowledge-tab';
import { text } from '../strings/text';
import { CaseDates } from './case-dates';
import type { CasePanelDependencies } from './case-panel';
import { CaseTabContent } from './case-tab-content';
import type { OwnTask } from './case-task';
import { ContactTab } from './contact-tab';
import { HistoryTab } from './history-tab';
import { plainName } from './plain-name';
import type { WriteCase } from './use-case';

export interface CaseDetailsProps extends CasePanelDependencies {
  case: CaseView;
  /** The selected task, where it is the task's case. */
  own?: OwnTask;
  write: WriteCase;
}

/** A case: its number and dates over tabs for the case itself, its history, its contact, and articles for its task. */
export const CaseDetails: React.FC<CaseDetailsProps> = (props) => {
  const { case: view, client, write, own } = props;
  const baseId = `case-${useUID()}`;
  const [caseId, historyId, contactId] = [`${baseId}-own`, `${baseId}-history`, `${baseId}-contact`];
  const knowledgeId = `${baseId}-knowledge`;
  // Told by name which tab is open, the panel shows it from the first moment and not only once it has counted its tabs.
  const tabs = useTabState({ baseId, selectedId: caseId });
  const { discord } = view.contact;
  return (
    <Box padding="space70" display="flex" flexDirection="column" rowGap="space50">
      <Box display="flex" flexDirection="column" rowGap="space30">
        <Heading as="h2" variant="heading30" marginBottom="space0">
          {text('case.number', { number: view.number })}
        </Heading>
        <bdi>{plainName(discord?.displayName ?? view.contact.name)}</bdi>
        <CaseDates case={view} />
      </Box>
      <Tabs state={tabs} baseId={baseId}>
        <TabList aria-label={text('case.number', { number: view.number })}>
          {/* In a narrow panel they would be cut short instead. */}
          <Box display="flex" flexWrap="wrap">
            <Tab id={caseId}>{text('case.tab.case')}</Tab>
            <Tab id={historyId}>{text('case.tab.history')}</Tab>
            <Tab id={contactId}>{text('case.tab.contact')}</Tab>
            {own && <Tab id={knowledgeId}>{text('case.tab.knowledge')}</Tab>}
          </Box>
        </TabList>
        <TabPanels>
          <TabPanel tabId={caseId}>
            <CaseTabContent {...props} />
          </TabPanel>
          <TabPanel tabId={historyId}>
            {tabs.selectedId === historyId && <HistoryTab case={view} client={client} />}
          </TabPanel>
          <TabPanel tabId={contactId}>
            <ContactTab
              contact={view.contact}
              save={(changes, version) => write(({ id }) => client.editContact({ caseId: id, version, changes }))}
            />
          </TabPanel>
          {own && (
            <TabPanel tabId={knowledgeId}>
              {tabs.selectedId === knowledgeId && <KnowledgeTab task={own.task} {...props} />}
            </TabPanel>
          )}
        </TabPanels>
      </Tabs>
    </Box>
  );
};
