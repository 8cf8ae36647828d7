import type { CustomField, CustomFieldSubject } from '@discord-channel/contracts';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { EditField } from '../editing/edit-field';
import type { FieldValues } from '../editing/rebase';
import type { EditForm } from '../editing/use-edit-form';
import { useCustomFields } from './custom-fields-context';
import { customKey } from './custom-keys';

export interface CustomInputsProps<Fields extends FieldValues> {
  form: EditForm<Fields>;
  of: CustomFieldSubject;
}

/** The team's fields in a form, by their kind; one that is deleted while it is being filled in stays until then. */
export function CustomInputs<Fields extends FieldValues>({ form, of }: CustomInputsProps<Fields>): React.ReactElement {
  const isFilledIn = (id: string) => (form.draft[customKey(id)] ?? '') !== (form.base[customKey(id)] ?? '');
  const offered = useCustomFields().filter(
    ({ id, subject, deleted }) => subject === of && (!deleted || isFilledIn(id)),
  );
  return (
    <>
      {offered.map((field) => (
        <CustomInput key={field.id} form={form} field={field} />
      ))}
    </>
  );
}

function CustomInput<Fields extends FieldValues>({ form, field }: { form: EditForm<Fields>; field: CustomField }) {
  const id = useUID();
  const name = customKey(field.id) as keyof Fields & string;
  const held = String(form.draft[name] ?? '');
  if (field.kind === 'checkbox') {
    return (
      <Checkbox id={id} checked={held !== ''} onChange={() => form.set(name, held === '' ? 'yes' : '')}>
        {field.name}
      </Checkbox>
    );
  }
  if (field.kind === 'text') return <EditField form={form} name={name} label={field.name} />;
  // An option that was taken away stays where it was chosen.
  const options = held === '' || field.options.includes(held) ? field.options : [held, ...field.options];
  const choices = [{ value: '', name: text('edit.nothing') }, ...options.map((value) => ({ value, name: value }))];
  return <EditField form={form} name={name} label={field.name} kind="choice" choices={choices} />;
}
