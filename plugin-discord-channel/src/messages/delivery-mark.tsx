import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import { AcceptIcon } from '@twilio-paste/icons/cjs/AcceptIcon';
import React from 'react';
import { text } from '../strings/text';
import type { MessageLike } from './read-message-extras';
import { useDelivered } from './use-delivered';

export interface DeliveryMarkProps {
  source: MessageLike;
}

/** Says on an agent's bubble that the player has the message. In the bubble's own colour: the agent's are dark. */
export const DeliveryMark: React.FC<DeliveryMarkProps> = ({ source }) => {
  if (!useDelivered(source)) return null;
  return (
    <Box display="flex" alignItems="center" columnGap="space10" marginTop="space20" data-testid="delivery-mark">
      <AcceptIcon decorative size="sizeIcon05" />
      <Text as="span" color="inherit" fontSize="fontSize20" lineHeight="lineHeight20">
        {text('message.delivered')}
      </Text>
    </Box>
  );
};
