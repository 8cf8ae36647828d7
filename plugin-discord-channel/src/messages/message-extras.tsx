import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { DeliveryFailure } from './delivery-failure';
import { DeliveryMark } from './delivery-mark';
import { type MessageLike, readMessageExtras } from './read-message-extras';
import { SentArticle } from './sent-article';
import { VirtualAgentMessage } from './virtual-agent-message';

export interface MessageExtrasProps {
  /** Given by Flex to everything inside a message bubble. */
  message?: { source?: MessageLike };
}

/**
 * Our part of a bubble: the virtual agent's message or a sent article as the player sees it, a press, whether it was
 * delivered.
 */
export const MessageExtras: React.FC<MessageExtrasProps> = ({ message }) => {
  if (!message?.source) return null;
  const extras = readMessageExtras(message.source);
  if (!extras) return <DeliveryMark source={message.source} />;
  const { presentation, sentArticle, pressed, changed, failure, resend } = extras;
  return (
    <Box display="flex" flexDirection="column" rowGap="space30" marginTop="space20" data-testid="message-extras">
      {presentation && <VirtualAgentMessage presentation={presentation} />}
      {sentArticle && <SentArticle presentation={sentArticle} />}
      {pressed && (
        <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
          {text('message.pressed')}
        </Text>
      )}
      {changed && (
        <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20" fontStyle="italic">
          {text(changed === 'edited' ? 'message.edited' : 'message.deleted')}
        </Text>
      )}
      {sentArticle && !failure && !resend && <DeliveryMark source={message.source} />}
      {failure && <DeliveryFailure reason={failure} source={message.source} asked={resend === 'asked'} />}
      {resend === 'delivered' && (
        <Text as="span" role="status" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
          {text('message.delivered-after-all')}
        </Text>
      )}
    </Box>
  );
};
