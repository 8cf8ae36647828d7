import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@twilio-paste/core/tabs';
import React from 'react';
import { isLead } from '../cases-view/is-lead';
import type { ArticleClient } from '../functions-api/article-client';
import type { CannedClient } from '../functions-api/canned-client';
import { text } from '../strings/text';
import { ArticlesTab } from './articles/articles-tab';
import { CannedTab } from './canned/canned-tab';

export interface KnowledgeViewDependencies {
  articles: ArticleClient;
  canned: CannedClient;
  /** Who is logged in, as Flex knows them. */
  me: () => { roles: readonly string[] };
  createId: () => string;
  /** Gives the browser a file to keep. */
  saveFile: (name: string, type: string, content: string) => void;
}

/** The page of what the bot and the agents know: agents read, supervisors and administrators write. */
export const KnowledgeView: React.FC<KnowledgeViewDependencies> = (dependencies) => {
  const leads = isLead(dependencies.me().roles);
  return (
    <Box
      as="section"
      aria-label={text('articles.title')}
      data-testid="knowledge-view"
      width="100%"
      height="100%"
      overflowY="auto"
      padding="space70"
      backgroundColor="colorBackgroundBody"
      color="colorText"
    >
      <Heading as="h1" variant="heading20">
        {text('articles.title')}
      </Heading>
      <Tabs baseId="discord-channel-knowledge">
        <TabList aria-label={text('articles.title')}>
          <Tab>{text('articles.tab')}</Tab>
          <Tab>{text('canned.tab')}</Tab>
        </TabList>
        <TabPanels>
          <TabPanel>
            <ArticlesTab {...dependencies} leads={leads} />
          </TabPanel>
          <TabPanel>
            <CannedTab {...dependencies} leads={leads} />
          </TabPanel>
        </TabPanels>
      </Tabs>
    </Box>
  );
};
