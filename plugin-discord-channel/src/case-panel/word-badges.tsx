import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import React from 'react';

export interface WordBadgesProps {
  label: string;
  words: readonly string[];
}

/** Tags or labels as pills; nothing where there are none. */
export const WordBadges: React.FC<WordBadgesProps> = ({ label, words }) =>
  words.length === 0 ? null : (
    <Box role="list" aria-label={label} display="flex" flexWrap="wrap" columnGap="space20" rowGap="space20">
      {words.map((word) => (
        <Box key={word} role="listitem" overflowWrap="anywhere">
          <Badge as="span" variant="neutral">
            {word}
          </Badge>
        </Box>
      ))}
    </Box>
  );
