import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { Timestamp } from './timestamp';

export interface CaseDatesProps {
  case: CaseView;
}

/** When a case was opened, last changed and closed, and how satisfied the player was. */
export const CaseDates: React.FC<CaseDatesProps> = ({ case: view }) => {
  const dates = [
    { label: text('case.opened'), at: view.createdAt },
    view.updatedAt !== view.createdAt && { label: text('case.updated'), at: view.updatedAt },
    view.closedAt && { label: text('case.closed'), at: view.closedAt },
  ];
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space10">
      {dates.map(
        (date) =>
          date && (
            <Text key={date.label} as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
              {date.label} <Timestamp at={date.at} />
            </Text>
          ),
      )}
      {view.csatScore !== null && (
        <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
          {text('case.rating', { score: view.csatScore })}
        </Text>
      )}
    </Box>
  );
};
