import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { ErrorIcon } from '@twilio-paste/icons/cjs/ErrorIcon';
import React from 'react';
import { text } from '../strings/text';
import type { MessageLike } from './read-message-extras';
import { useResend } from './use-resend';

export interface DeliveryFailureProps {
  /** In plain words. */
  reason: string;
  source: MessageLike;
  /** It is being sent again already. */
  asked: boolean;
}

/** Says on a bubble that the player never got it, and sends it again. On a ground of its own: the agent's bubbles are dark. */
export const DeliveryFailure: React.FC<DeliveryFailureProps> = ({ reason, source, asked }) => {
  const { sending, failed, resend } = useResend(source);
  return (
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
      <Box display="flex" flexDirection="column" alignItems="flex-start" rowGap="space20">
        <Text as="span" color="colorTextError" fontSize="fontSize20" lineHeight="lineHeight20" overflowWrap="anywhere">
          {text('message.not-delivered', { reason })}
        </Text>
        <Text as="span" role="status" color="colorTextError" fontSize="fontSize20" lineHeight="lineHeight20">
          {asked || sending ? text('message.resending') : failed && text('message.resend-failed')}
        </Text>
        {resend && !asked && !sending && (
          <Button variant="link" size="small" onClick={resend}>
            {text('message.resend')}
          </Button>
        )}
      </Box>
    </Box>
  );
};
