import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@twilio-paste/core/tabs';
import React from 'react';

export interface ViewTab {
  name: string;
  content: React.ReactNode;
}

export interface ViewFrameProps {
  /** What tests find the page by, and its tabs' ids are made of. */
  id: 'cases' | 'knowledge';
  title: string;
  tabs: readonly ViewTab[];
}

/** A page of ours in Flex, as large as Flex has room for it: its title above its tabs. */
export const ViewFrame: React.FC<ViewFrameProps> = ({ id, title, tabs }) => (
  <Box
    as="section"
    aria-label={title}
    data-testid={`${id}-view`}
    width="100%"
    height="100%"
    overflowY="auto"
    padding="space70"
    backgroundColor="colorBackgroundBody"
    color="colorText"
  >
    <Heading as="h1" variant="heading20">
      {title}
    </Heading>
    <Tabs baseId={`discord-channel-${id}`}>
      <TabList aria-label={title}>
        {tabs.map(({ name }) => (
          <Tab key={name}>{name}</Tab>
        ))}
      </TabList>
      <TabPanels>
        {tabs.map(({ name, content }) => (
          <TabPanel key={name}>{content}</TabPanel>
        ))}
      </TabPanels>
    </Tabs>
  </Box>
);
