import { Anchor } from '@twilio-paste/core/anchor';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import type { ShownPresentation } from './read-message-extras';

export interface ArticleCardProps {
  article: NonNullable<ShownPresentation['article']>;
}

/** An article of the knowledge base as the player sees it: linked title, category, some lines. */
export const ArticleCard: React.FC<ArticleCardProps> = ({ article: { title, url, category, excerpt } }) => (
  <Box
    borderLeftStyle="solid"
    borderLeftWidth="borderWidth20"
    borderLeftColor="colorBorderPrimary"
    borderRadius="borderRadius10"
    backgroundColor="colorBackgroundBody"
    padding="space30"
    display="flex"
    flexDirection="column"
    rowGap="space10"
  >
    {category && (
      <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {category}
      </Text>
    )}
    {url ? (
      <Anchor href={url} showExternal i18nExternalLinkLabel={text('message.opens-new-tab')}>
        {title}
      </Anchor>
    ) : (
      <Text as="span" fontWeight="fontWeightSemibold">
        {title}
      </Text>
    )}
    {excerpt && (
      <Text as="span" fontSize="fontSize20" lineHeight="lineHeight30">
        {excerpt}
      </Text>
    )}
  </Box>
);
