import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { caseTaskOf, type NamedTask } from '../case-panel/case-task';
import type { FlexStore } from '../case-panel/use-last-message';
import type { KnowledgeClient } from '../functions-api/knowledge-client';
import { text } from '../strings/text';
import { SearchForm } from '../views/search-form';
import type { Composer } from './composer';
import { SuggestionList } from './suggestion-list';
import { useCustomerMessages } from './use-customer-messages';
import { useSuggestions } from './use-suggestions';

export interface KnowledgeTabProps {
  task: NamedTask;
  knowledge: KnowledgeClient;
  composer: Composer;
  store: FlexStore;
}

/** How long the customer's last message has to be the last one before articles are looked for, in milliseconds. */
const settleMs = 400;
/** Longer is not repeated above the suggestions. In UTF-16 units. */
const longestShown = 80;

/** Articles for what the customer wrote last, as it comes, and for what the agent looks for. */
export const KnowledgeTab: React.FC<KnowledgeTabProps> = ({ task, knowledge, composer, store }) => {
  const [words, setWords] = React.useState('');
  const messages = useCustomerMessages(store, task);
  const conversationSid = caseTaskOf(task)?.conversationSid ?? null;
  const isSearch = words !== '';
  const search = React.useMemo(() => [{ messageSid: null, text: words }], [words]);
  const look = useSuggestions({
    knowledge,
    conversationSid,
    candidates: isSearch ? search : messages,
    settleMs: isSearch ? 0 : settleMs,
  });
  const { suggestions } = look;
  const about = suggestions.kind === 'ready' ? suggestions.asked : messages[0];
  return (
    <Box display="flex" flexDirection="column" rowGap="space50" data-testid="knowledge-tab">
      <SearchForm label={text('knowledge.search')} onSearch={setWords} />
      <Box as="section" aria-label={text('knowledge.suggested')} display="flex" flexDirection="column" rowGap="space30">
        <Heading as="h3" variant="heading50" marginBottom="space0">
          {isSearch ? text('knowledge.found', { words: shortened(words) }) : text('knowledge.suggested')}
        </Heading>
        {isSearch && (
          <Box>
            <Button variant="link" onClick={() => setWords('')}>
              {text('knowledge.back')}
            </Button>
          </Box>
        )}
        {!isSearch && about && (
          <Text as="p" color="colorTextWeak" dir="auto" overflowWrap="anywhere">
            {text('knowledge.for-message', { message: shortened(about.text) })}
          </Text>
        )}
        <SuggestionList {...look} knowledge={knowledge} conversationSid={conversationSid} composer={composer} />
      </Box>
    </Box>
  );
};

function shortened(words: string): string {
  return words.length <= longestShown ? words : `${words.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')}…`;
}
