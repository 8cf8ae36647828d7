import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import type { CaseCounts } from './use-case-counts';

const shown = ['all', 'open', 'elevated', 'closed'] as const;

/** How many cases there are in the range that is chosen: all, and by status. */
export const CaseCounters: React.FC<{ counters: CaseCounts }> = ({ counters: { counts, failed } }) => (
  <Box>
    <Box as="dl" margin="space0" display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50">
      {shown.map((name) => (
        <Box
          key={name}
          display="flex"
          flexDirection="column-reverse"
          minWidth="size20"
          paddingX="space60"
          paddingY="space50"
          borderRadius="borderRadius20"
          borderStyle="solid"
          borderWidth="borderWidth10"
          borderColor="colorBorderWeaker"
          data-testid={`count-${name}`}
        >
          <Text as="dt" color="colorTextWeak">
            {name === 'all' ? text('cases.count.all') : text(`status.${name}`)}
          </Text>
          <Text as="dd" margin="space0" fontSize="fontSize70" lineHeight="lineHeight70" fontWeight="fontWeightSemibold">
            {counts ? counts[name].toLocaleString() : '–'}
          </Text>
        </Box>
      ))}
    </Box>
    <Box role="status">
      {failed && (
        <Text as="p" color="colorTextError">
          {text('cases.count.failed')}
        </Text>
      )}
    </Box>
  </Box>
);
