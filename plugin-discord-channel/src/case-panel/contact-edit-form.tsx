import type { ContactChanges, ContactView } from '@discord-channel/contracts';
import React from 'react';
import type { ContactResult, PanelResult } from '../functions-api/panel-result';
import { text } from '../strings/text';
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

export interface EditableContactProps {
  contact: ContactView;
  /** Saves what changed, if the contact is still at this version. */
  save: (changes: ContactChanges, version: number) => Promise<PanelResult | ContactResult>;
}

/** Names, address, phone, labels and notes of a contact, saved together. */
export const ContactEditForm: React.FC<EditableContactProps & { onDone: () => void }> = ({ contact, save, onDone }) => {
  const form = useEditForm<ContactFields>({
    current: toFields(contact),
    version: contact.version,
    send: (fields, version) => {
      const { plain, customValues } = splitCustomKeys(fields as ContactFields);
      const { labels, ...others } = plain as Partial<typeof plain>;
      const changes: ContactChanges = {
        ...others,
        ...(labels && { labels: [...labels] }),
        ...(Object.keys(customValues).length > 0 && { customValues }),
      };
      return save(changes, version);
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

const toFields = (contact: ContactView): ContactFields => ({
  firstName: contact.firstName ?? '',
  lastName: contact.lastName ?? '',
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  labels: contact.labels,
  notes: contact.notes ?? '',
  ...toCustomKeys(contact.customValues),
});
