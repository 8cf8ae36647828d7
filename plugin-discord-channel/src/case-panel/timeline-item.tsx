import type { CaseTimelineEntry } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { describeEvent } from './describe-event';
import { Timestamp } from './timestamp';

/** One thing that happened: what, who, when. */
export const TimelineItem: React.FC<{ entry: CaseTimelineEntry }> = ({ entry }) => (
  <Box
    as="li"
    borderLeftStyle="solid"
    borderLeftWidth="borderWidth20"
    borderLeftColor="colorBorderWeak"
    paddingLeft="space40"
    paddingBottom="space50"
  >
    {describeEvent(entry).map((sentence) => (
      <Text key={sentence} as="p" whiteSpace="pre-wrap" overflowWrap="anywhere">
        {sentence}
      </Text>
    ))}
    <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
      <bdi>{entry.actor.name}</bdi> · <Timestamp at={entry.at} />
    </Text>
  </Box>
);
