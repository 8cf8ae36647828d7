import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { ShownPresentation } from './read-message-extras';
import { VirtualAgentMessage } from './virtual-agent-message';

export interface SentArticleProps {
  presentation: ShownPresentation;
}

/** An article that an agent sent, as the player sees it. On a ground of its own: the agent's bubbles are dark. */
export const SentArticle: React.FC<SentArticleProps> = ({ presentation }) => (
  <Box
    data-testid="sent-article"
    backgroundColor="colorBackgroundBody"
    color="colorText"
    borderRadius="borderRadius20"
    padding="space30"
    display="flex"
    flexDirection="column"
    rowGap="space30"
  >
    <VirtualAgentMessage presentation={presentation} />
  </Box>
);
