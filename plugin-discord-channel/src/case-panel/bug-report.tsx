import type { BugReport as Report } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';

export interface BugReportProps {
  report: Report;
}

/** What the player filled in with /bug, in the player's words. */
export const BugReport: React.FC<BugReportProps> = ({ report: { description, steps, platform } }) => {
  const parts = [
    { label: text('report.description'), words: description },
    { label: text('report.steps'), words: steps },
    { label: text('report.platform'), words: platform && text(`platform.${platform}`) },
  ];
  return (
    <Box as="section" aria-label={text('report.heading')} display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {text('report.heading')}
      </Heading>
      {parts.map(
        ({ label, words }) =>
          words && (
            <Box key={label}>
              <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
                {label}
              </Text>
              <Text as="p" whiteSpace="pre-wrap" overflowWrap="anywhere">
                {words}
              </Text>
            </Box>
          ),
      )}
    </Box>
  );
};
