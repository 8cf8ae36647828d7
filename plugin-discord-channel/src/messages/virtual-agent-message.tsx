import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { ArticleCard } from './article-card';
import type { ShownPresentation } from './read-message-extras';

export interface VirtualAgentMessageProps {
  presentation: ShownPresentation;
}

/** What the virtual agent said, as the player sees it: text, an article, buttons that only the player can press. */
export const VirtualAgentMessage: React.FC<VirtualAgentMessageProps> = ({
  presentation: { text: said, article, options },
}) => (
  <>
    <Text as="p" dir="auto" whiteSpace="pre-wrap" overflowWrap="anywhere">
      {said}
    </Text>
    {article && <ArticleCard article={article} />}
    {options.length > 0 && (
      <Box
        as="ul"
        aria-label={text('message.options')}
        display="flex"
        flexWrap="wrap"
        columnGap="space20"
        rowGap="space20"
        margin="space0"
        padding="space0"
        listStyleType="none"
      >
        {options.map((label) => (
          <Option key={label} label={label} />
        ))}
      </Box>
    )}
  </>
);

const Option: React.FC<{ label: string }> = ({ label }) => (
  <Box
    as="li"
    borderStyle="solid"
    borderWidth="borderWidth10"
    borderColor="colorBorderWeak"
    borderRadius="borderRadius20"
    backgroundColor="colorBackgroundBody"
    paddingX="space30"
    paddingY="space10"
  >
    <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20" overflowWrap="anywhere">
      <bdi>{label}</bdi>
    </Text>
  </Box>
);
