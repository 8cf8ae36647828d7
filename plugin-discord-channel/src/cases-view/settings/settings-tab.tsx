import type { CustomField } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
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
  /** Told the fields whenever they are known anew. */
  onFields: (fields: readonly CustomField[]) => void;
}

/** What a team defines for its cases: fields of its own and tags. For supervisors and administrators. */
export const SettingsTab: React.FC<SettingsTabProps> = ({ client, createId, onFields }) => {
  const settings = useSettings(client);
  const { fields } = settings;
  React.useEffect(() => {
    if (fields) onFields(fields);
  }, [fields, onFields]);
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
