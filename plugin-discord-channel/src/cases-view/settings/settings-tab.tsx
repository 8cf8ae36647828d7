import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
import { useTeamSettings } from '../../case-panel/custom-fields/custom-fields-context';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import type { SettingsClient } from '../../functions-api/settings-client';
import { text } from '../../strings/text';
import { FieldList } from './field-list';
import { TagList } from './tag-list';
import { useSettings } from './use-settings';

export interface SettingsTabProps {
  client: SettingsClient;
  createId: () => string;
}

/** What a team defines for its cases: fields of its own and tags. For supervisors and administrators. */
export const SettingsTab: React.FC<SettingsTabProps> = ({ client, createId }) => {
  const team = useTeamSettings();
  const settings = useSettings(client, team?.round);
  const { fields } = settings;
  const takeFields = team?.takeFields;
  // Changed here, they are known at once in the search and on the cases.
  React.useEffect(() => {
    if (fields) takeFields?.(fields);
  }, [fields, takeFields]);
  return (
    <Box display="flex" flexDirection="column" rowGap="space80" paddingTop="space60" maxWidth="size80">
      {settings.failure !== undefined && (
        <PanelMessage heading={text('settings.failed')} text={settings.failure} failed onRetry={settings.reload} />
      )}
      <Box as="section" aria-label={text('settings.fields')}>
        <Heading as="h2" variant="heading30">
          {text('settings.fields')}
        </Heading>
        {settings.fields ? (
          <FieldList settings={settings} fields={settings.fields} createId={createId} />
        ) : (
          <LoadingCase />
        )}
      </Box>
      <Box as="section" aria-label={text('settings.tags')}>
        <Heading as="h2" variant="heading30">
          {text('settings.tags')}
        </Heading>
        {settings.tags ? <TagList settings={settings} tags={settings.tags} /> : <LoadingCase />}
      </Box>
    </Box>
  );
};
