import type { CustomFieldSubject } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import { useCustomFields } from './custom-fields-context';

export interface CustomValuesProps {
  of: CustomFieldSubject;
  values: Readonly<Record<string, string>>;
}

/** What a case or contact holds in the team's fields; of deleted ones too, and then it says so. */
export const CustomValues: React.FC<CustomValuesProps> = ({ of, values }) => {
  const shown = useCustomFields().filter(({ id, subject, deleted }) => subject === of && (!deleted || id in values));
  if (shown.length === 0) return null;
  return (
    <Box as="dl" margin="space0" display="grid" gridTemplateColumns="auto 1fr" columnGap="space50" rowGap="space20">
      {shown.map(({ id, name, kind, deleted }) => (
        <React.Fragment key={id}>
          <Text as="dt" color="colorTextWeak" overflowWrap="anywhere">
            {deleted ? text('custom.deleted', { name }) : name}
          </Text>
          <Text as="dd" margin="space0" overflowWrap="anywhere">
            {kind === 'checkbox' ? text(values[id] ? 'custom.yes' : 'custom.no') : (values[id] ?? text('edit.nothing'))}
          </Text>
        </React.Fragment>
      ))}
    </Box>
  );
};
