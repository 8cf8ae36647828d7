import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { ErrorIcon } from '@twilio-paste/icons/cjs/ErrorIcon';
import React from 'react';
import { text as words } from '../strings/text';

export interface PanelMessageProps {
  heading: string;
  text: string;
  /** Something went wrong: told to screen readers at once, else when they have finished. */
  failed?: boolean;
  onRetry?: () => void;
}

/** The panel when there is no case to show: why, and what to do. */
export const PanelMessage: React.FC<PanelMessageProps> = ({ heading, text, failed = false, onRetry }) => (
  <Box padding="space70" maxWidth="size40" role={failed ? 'alert' : 'status'}>
    <Box display="flex" alignItems="flex-start" columnGap="space30">
      {failed && <ErrorIcon decorative color="colorTextIconError" size="sizeIcon30" />}
      <Heading as="h2" variant="heading40">
        {heading}
      </Heading>
    </Box>
    <Paragraph marginBottom="space0">{text}</Paragraph>
    {onRetry && (
      <Box marginTop="space60">
        <Button variant="primary" onClick={onRetry}>
          {words('panel.retry')}
        </Button>
      </Box>
    )}
  </Box>
);
