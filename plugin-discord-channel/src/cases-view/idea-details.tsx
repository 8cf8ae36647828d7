import type { FeatureRequest } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Separator } from '@twilio-paste/core/separator';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { PlayerIdentity } from '../case-panel/player-identity';
import { Timestamp } from '../case-panel/timestamp';
import { text } from '../strings/text';

export interface IdeaDetailsProps {
  idea: FeatureRequest;
}

/** An idea in the player's words. */
export const IdeaDetails: React.FC<IdeaDetailsProps> = ({ idea }) => (
  <Box padding="space70" display="flex" flexDirection="column" rowGap="space70">
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Heading as="h2" variant="heading30" marginBottom="space0">
        {text('ideas.number', { number: idea.number })}
      </Heading>
      <Text as="p" fontWeight="fontWeightSemibold" overflowWrap="anywhere">
        {idea.title}
      </Text>
      <Text as="p" whiteSpace="pre-wrap" overflowWrap="anywhere">
        {idea.description}
      </Text>
      <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {text('ideas.shared')} <Timestamp at={idea.createdAt} />
      </Text>
    </Box>
    <Separator orientation="horizontal" />
    <PlayerIdentity discord={idea.player} />
  </Box>
);
