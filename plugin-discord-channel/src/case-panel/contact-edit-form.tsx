import type { CaseView } from '@discord-channel/contracts';
import React from 'react';
import { text } from '../strings/text';
import type { CaseEditFormProps } from './case-edit-form';
import { CustomInputs } from './custom-fields/custom-inputs';
import { type CustomKeys, splitCustomKeys, toCustomKeys } from './custom-fields/custom-keys';
import { EditField } from './editing/edit-field';
import { EditFrame } from './editing/edit-frame';
import { useEditForm } from './editing/use-edit-form';
import { WordsField } from './editing/words-field';

type ContactFields = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  labels: readonly string[];
  notes: string;
} & CustomKeys;

/** Names, address, phone, labels and notes of a contact, saved together. */
export const ContactEditForm: React.FC<CaseEditFormProps> = ({ case: view, client, write, onDone }) => {
  const form = useEditForm<ContactFields>({
    current: toFields(view.contact),
    version: view.contact.version,
    view,
    send: (fields, version) => {
      const { plain, customValues } = splitCustomKeys(fields as ContactFields);
      const { labels, ...others } = plain as Partial<typeof plain>;
      const changes = {
        ...others,
        ...(labels && { labels: [...labels] }),
        ...(Object.keys(customValues).length > 0 && { customValues }),
      };
      return write(({ id: caseId }) => client.editContact({ caseId, version, changes }));
    },
    describe: () => text('change.contact'),
    onSaved: onDone,
  });
  return (
    <EditFrame label={text('contact.edit')} form={form} onCancel={onDone}>
      <EditField form={form} name="firstName" label={text('field.firstName')} />
      <EditField form={form} name="lastName" label={text('field.lastName')} />
      <EditField form={form} name="email" label={text('field.email')} />
      <EditField form={form} name="phone" label={text('field.phone')} />
      <WordsField form={form} name="labels" label={text('field.labels')} />
      <EditField form={form} name="notes" label={text('field.notes')} kind="paragraph" />
      <CustomInputs form={form} of="contact" />
    </EditFrame>
  );
};

const toFields = (contact: CaseView['contact']): ContactFields => ({
  firstName: contact.firstName ?? '',
  lastName: contact.lastName ?? '',
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  labels: contact.labels,
  notes: contact.notes ?? '',
  ...toCustomKeys(contact.customValues),
});
