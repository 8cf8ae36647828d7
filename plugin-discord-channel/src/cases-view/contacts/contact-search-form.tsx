import type { LabelsResponse } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { SearchForm } from '../../views/search-form';
import type { ContactList } from './contact-question';

export interface ContactSearchFormProps {
  list: ContactList;
  labels: LabelsResponse['labels'];
}

/** The search box over contacts, and the label that they are narrowed by. */
export const ContactSearchForm: React.FC<ContactSearchFormProps> = ({ list, labels }) => {
  const id = useUID();
  const { question, ask, refresh } = list;
  const [chosen = ''] = question.labels;
  // One that nobody has any more stays as long as it is chosen.
  const names = labels.map(({ name, contacts }) => ({ name, shown: text('contacts.label-count', { name, contacts }) }));
  const offered =
    chosen === '' || names.some(({ name }) => name === chosen) ? names : [{ name: chosen, shown: chosen }, ...names];
  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      <SearchForm
        label={text('contacts.search-label')}
        onSearch={(search) => ask({ ...question, search })}
        onRefresh={() => void refresh()}
      />
      <Box maxWidth="size30">
        <Label htmlFor={id}>{text('contacts.label')}</Label>
        <Select
          id={id}
          value={chosen}
          onChange={({ currentTarget: { value } }) => ask({ ...question, labels: value === '' ? [] : [value] })}
        >
          <Option value="">{text('contacts.any-label')}</Option>
          {offered.map(({ name, shown }) => (
            <Option key={name} value={name}>
              {shown}
            </Option>
          ))}
        </Select>
      </Box>
    </Box>
  );
};
