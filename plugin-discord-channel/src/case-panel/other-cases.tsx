import type { CaseSummary } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { statusName } from './describe-changes';
import { Timestamp } from './timestamp';

/** Cases in short, newest first. */
export const OtherCases: React.FC<{ cases: readonly CaseSummary[] }> = ({ cases }) => (
  <Box as="ul" margin="space0" padding="space0" listStyleType="none">
    {cases.map(({ id, number, status, subject, createdAt }) => (
      <Box key={id} as="li" paddingBottom="space40">
        <Text as="p" overflowWrap="anywhere">
          {text('case.number', { number })}: {subject}
        </Text>
        <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
          {statusName(status)} · <Timestamp at={createdAt} />
        </Text>
      </Box>
    ))}
  </Box>
);
