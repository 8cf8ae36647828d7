import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { SkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import React from 'react';
import { text } from '../strings/text';

/** The outline of a case while it is on its way. */
export const LoadingCase: React.FC = () => (
  <Box padding="space70" display="flex" flexDirection="column" rowGap="space60" role="status">
    <ScreenReaderOnly>{text('panel.loading')}</ScreenReaderOnly>
    <SkeletonLoader width="60%" height="sizeIcon40" />
    <SkeletonLoader width="100%" height="sizeIcon60" />
    <SkeletonLoader width="100%" height="size10" />
    <SkeletonLoader width="100%" height="size10" />
  </Box>
);
