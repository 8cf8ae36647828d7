import type { CustomField } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { text } from '../../strings/text';
import { FieldForm } from './field-form';
import type { Settings } from './use-settings';

export interface FieldListProps {
  settings: Settings;
  fields: readonly CustomField[];
  createId: () => string;
}

/** The fields of the team, each to be changed or deleted, and the way to a new one. */
export const FieldList: React.FC<FieldListProps> = ({ settings, fields, createId }) => {
  const [edited, setEdited] = React.useState<CustomField | 'new'>();
  const offered = fields.filter(({ deleted }) => !deleted);
  if (edited !== undefined) {
    return (
      <FieldForm
        settings={settings}
        field={edited === 'new' ? undefined : edited}
        createId={createId}
        onDone={() => setEdited(undefined)}
      />
    );
  }
  return (
    <Box display="flex" flexDirection="column" rowGap="space50" alignItems="start">
      {offered.length === 0 ? (
        <Box>{text('settings.no-fields')}</Box>
      ) : (
        <Table aria-label={text('settings.fields')}>
          <THead>
            <Tr>
              <Th>{text('settings.name')}</Th>
              <Th>{text('settings.of')}</Th>
              <Th>{text('settings.kind')}</Th>
              <Th>{text('settings.options')}</Th>
              <Th>{text('settings.actions')}</Th>
            </Tr>
          </THead>
          <TBody>
            {offered.map((field) => (
              <Tr key={field.id}>
                <Td>{field.name}</Td>
                <Td>{text(`settings.of.${field.subject}`)}</Td>
                <Td>{text(`settings.kind.${field.kind}`)}</Td>
                <Td>{field.options.join(', ')}</Td>
                <Td>
                  <Box display="flex" columnGap="space30">
                    <Button variant="link" onClick={() => setEdited(field)}>
                      {text('settings.edit', { name: field.name })}
                    </Button>
                    <Button variant="destructive_link" onClick={() => void settings.deleteField(field.id)}>
                      {text('settings.delete', { name: field.name })}
                    </Button>
                  </Box>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      <Button variant="secondary" onClick={() => setEdited('new')}>
        {text('settings.new-field')}
      </Button>
    </Box>
  );
};
