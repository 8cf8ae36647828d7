import type { ArticleView, NamedServer } from '@discord-channel/contracts';
import { Anchor } from '@twilio-paste/core/anchor';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { ListItem, UnorderedList } from '@twilio-paste/core/list';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import { serverName } from '../server-choices';

export interface ArticleTextProps {
  article: ArticleView;
  servers: readonly NamedServer[];
}

/** An article for who reads it, its Markdown as it was written. */
export const ArticleText: React.FC<ArticleTextProps> = ({ article, servers }) => (
  <Box padding="space70" dir="auto">
    <Heading as="h2" variant="heading30">
      {article.title}
    </Heading>
    <Text as="p" color="colorTextWeak">
      {[article.label, serverName(article, servers), article.language, text(`articles.state.${article.state}`)].join(
        ' · ',
      )}
    </Text>
    {article.url !== null && (
      <Paragraph>
        <Anchor href={article.url} showExternal>
          {article.url}
        </Anchor>
      </Paragraph>
    )}
    <Box whiteSpace="pre-wrap" marginY="space60">
      {article.text}
    </Box>
    {article.queries.length > 0 && (
      <>
        <Heading as="h3" variant="heading40">
          {text('articles.queries')}
        </Heading>
        <UnorderedList>
          {article.queries.map((query) => (
            <ListItem key={query}>{query}</ListItem>
          ))}
        </UnorderedList>
      </>
    )}
  </Box>
);
