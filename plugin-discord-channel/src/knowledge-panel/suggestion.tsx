import type { SendableArticle, SuggestArticlesRequest } from '@discord-channel/contracts';
import { Anchor } from '@twilio-paste/core/anchor';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { ProgressLine } from '../case-panel/progress-line';
import type { KnowledgeClient } from '../functions-api/knowledge-client';
import { text } from '../strings/text';
import type { Composer } from './composer';
import { MarkedWords } from './marked-words';
import { AddDraftButton, RateButton, SendButton } from './suggestion-buttons';
import { useArticleActions } from './use-article-actions';
import { useRating } from './use-rating';

export interface SuggestionProps {
  article: SendableArticle;
  /** What it was suggested for. */
  asked: SuggestArticlesRequest;
  /** The task's conversation; null where nothing can be written. */
  conversationSid: string | null;
  composer: Composer;
  knowledge: KnowledgeClient;
}

/** An article for the agent: what it says about the question, and what to do with it. */
export const Suggestion: React.FC<SuggestionProps> = ({ article, asked, conversationSid, composer, knowledge }) => {
  const { progress, addDraft, send } = useArticleActions({ composer, conversationSid, article });
  const rating = useRating({ knowledge, article, asked });
  const { category, passage } = article;
  const title = article.title.text;
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
          <Title article={article} />
        </Text>
        {conversationSid !== null && <AddDraftButton title={title} onPress={addDraft} />}
      </Box>
      <Text as="div" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20" dir="auto">
        {category}
      </Text>
      <Text as="p" fontSize="fontSize20" lineHeight="lineHeight30" dir="auto" overflowWrap="anywhere">
        <MarkedWords marked={passage} />
      </Text>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space20">
        {conversationSid !== null && <SendButton title={title} onPress={send} />}
        <RateButton title={title} pressed={rating.notHelpful} onPress={rating.toggle} />
      </Box>
      <ProgressLine progress={progress} />
      <ProgressLine progress={rating.progress} />
    </Box>
  );
};

const Title: React.FC<{ article: SendableArticle }> = ({ article: { title, url } }) =>
  url && /^https?:\/\//i.test(url) ? (
    <Anchor href={url} showExternal i18nExternalLinkLabel={text('message.opens-new-tab')}>
      <MarkedWords marked={title} />
    </Anchor>
  ) : (
    <MarkedWords marked={title} />
  );
