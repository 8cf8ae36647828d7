import type { CannedResponse, NamedServer } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
import { EditField } from '../../case-panel/editing/edit-field';
import { EditFrame } from '../../case-panel/editing/edit-frame';
import type { CannedClient } from '../../functions-api/canned-client';
import { text } from '../../strings/text';
import { serverChoices } from '../server-choices';
import { useCannedForm } from './use-canned-form';

export interface CannedFormProps {
  client: CannedClient;
  /** Left out for a new one. */
  response: CannedResponse | undefined;
  servers: readonly NamedServer[];
  createId: () => string;
  onDone: () => void;
}

/** Writes a canned response, or changes one. */
export const CannedForm: React.FC<CannedFormProps> = ({ client, response, servers, createId, onDone }) => {
  const choices = serverChoices(servers);
  const form = useCannedForm({ client, response, server: choices[0]?.value ?? '', createId, onSaved: onDone });
  const label = text(response ? 'canned.edit' : 'canned.add');
  return (
    <Box maxWidth="size70">
      <Heading as="h2" variant="heading30">
        {label}
      </Heading>
      <EditFrame label={label} form={form} onCancel={onDone}>
        <EditField
          form={form}
          name="shortcut"
          label={text('canned.shortcut')}
          required
          hint={text('canned.shortcut-hint')}
        />
        <EditField form={form} name="text" label={text('articles.text')} kind="paragraph" required />
        <EditField form={form} name="label" label={text('articles.label')} hint={text('canned.label-hint')} />
        <EditField form={form} name="language" label={text('articles.language')} hint={text('canned.language-hint')} />
        {!response && (
          <EditField form={form} name="server" label={text('articles.server')} kind="choice" choices={choices} />
        )}
      </EditFrame>
    </Box>
  );
};
