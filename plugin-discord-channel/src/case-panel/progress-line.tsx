import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import { ErrorIcon } from '@twilio-paste/icons/cjs/ErrorIcon';
import { SuccessIcon } from '@twilio-paste/icons/cjs/SuccessIcon';
import React from 'react';
import type { Progress } from './progress';

export interface ProgressLineProps {
  progress: Progress;
}

/** Tells how a change is going. Always present, because a live region announces only what changes inside it. */
export const ProgressLine: React.FC<ProgressLineProps> = ({ progress }) => (
  <Box role="status" aria-live={progress.kind === 'failed' ? 'assertive' : 'polite'} minWidth="size0">
    {progress.kind !== 'idle' && (
      <Box display="flex" columnGap="space20" alignItems="flex-start">
        <Box flexShrink={0} display="flex" alignItems="center" height="sizeIcon20">
          {progress.kind === 'saved' && <SuccessIcon decorative size="sizeIcon10" color="colorTextIconSuccess" />}
          {progress.kind === 'failed' && <ErrorIcon decorative size="sizeIcon10" color="colorTextIconError" />}
        </Box>
        <Text
          as="span"
          fontSize="fontSize20"
          lineHeight="lineHeight20"
          color={progress.kind === 'failed' ? 'colorTextError' : 'colorTextWeak'}
        >
          {progress.message}
        </Text>
      </Box>
    )}
  </Box>
);
