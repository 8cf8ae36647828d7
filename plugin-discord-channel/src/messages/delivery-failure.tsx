import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import { ErrorIcon } from '@twilio-paste/icons/cjs/ErrorIcon';
import React from 'react';
import { text } from '../strings/text';

export interface DeliveryFailureProps {
  /** In plain words. */
  reason: string;
}

/** Says on a bubble that the player never got it. On a ground of its own: the agent's bubbles are dark. */
export const DeliveryFailure: React.FC<DeliveryFailureProps> = ({ reason }) => (
  <Box
    role="note"
    display="flex"
    alignItems="flex-start"
    columnGap="space20"
    backgroundColor="colorBackgroundErrorWeakest"
    borderRadius="borderRadius20"
    padding="space20"
  >
    <Box flexShrink={0} display="flex" alignItems="center" height="sizeIcon20">
      <ErrorIcon decorative size="sizeIcon10" color="colorTextIconError" />
    </Box>
    <Text as="span" color="colorTextError" fontSize="fontSize20" lineHeight="lineHeight20" overflowWrap="anywhere">
      {text('message.not-delivered', { reason })}
    </Text>
  </Box>
);
