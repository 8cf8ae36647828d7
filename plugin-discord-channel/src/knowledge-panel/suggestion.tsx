import type { SendableArticle } from '@discord-channel/contracts';
import { Anchor } from '@twilio-paste/core/anchor';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { PlusIcon } from '@twilio-paste/icons/cjs/PlusIcon';
import React from 'react';
import { ProgressLine } from '../case-panel/progress-line';
import { text } from '../strings/text';
import type { Composer } from './composer';
import { MarkedWords } from './marked-words';
import { useArticleActions } from './use-article-actions';

export interface SuggestionProps {
  article: SendableArticle;
  /** The task's conversation; null where nothing can be written. */
  conversationSid: string | null;
  composer: Composer;
}

/** An article for the agent: what it says about the question, and what to do with it. */
export const Suggestion: React.FC<SuggestionProps> = ({ article, conversationSid, composer }) => {
  const { progress, addDraft, send } = useArticleActions({ composer, conversationSid, article });
  const { title, category, url, passage } = article;
  return (
    <Box
      as="li"
      data-testid="suggestion"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      borderRadius="borderRadius20"
      padding="space50"
      display="flex"
      flexDirection="column"
      rowGap="space20"
    >
      <Box display="flex" columnGap="space40" justifyContent="space-between" alignItems="flex-start">
        <Text as="div" fontWeight="fontWeightSemibold" dir="auto" overflowWrap="anywhere">
          {url && /^https?:\/\//i.test(url) ? (
            <Anchor href={url} showExternal i18nExternalLinkLabel={text('message.opens-new-tab')}>
              <MarkedWords marked={title} />
            </Anchor>
          ) : (
            <MarkedWords marked={title} />
          )}
        </Text>
        {conversationSid !== null && (
          <Button variant="secondary_icon" size="icon_small" onClick={addDraft} title={addLabel(article)}>
            <PlusIcon decorative={false} title={addLabel(article)} />
          </Button>
        )}
      </Box>
      <Text as="div" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20" dir="auto">
        {category}
      </Text>
      <Text as="p" fontSize="fontSize20" lineHeight="lineHeight30" dir="auto" overflowWrap="anywhere">
        <MarkedWords marked={passage} />
      </Text>
      {conversationSid !== null && (
        <Box>
          <Button
            variant="secondary"
            size="small"
            onClick={send}
            aria-label={text('knowledge.send-named', { title: title.text })}
          >
            {text('knowledge.send')}
          </Button>
        </Box>
      )}
      <ProgressLine progress={progress} />
    </Box>
  );
};

const addLabel = ({ title }: SendableArticle) => text('knowledge.add-draft', { title: title.text });
