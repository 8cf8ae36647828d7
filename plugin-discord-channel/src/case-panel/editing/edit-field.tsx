import { DatePicker } from '@twilio-paste/core/date-picker';
import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { FieldFrame } from './field-frame';
import type { FieldValues } from './rebase';
import type { EditForm } from './use-edit-form';

export interface EditFieldProps<Fields extends FieldValues> {
  form: EditForm<Fields>;
  name: keyof Fields & string;
  label: string;
  kind?: 'line' | 'paragraph' | 'day' | 'choice';
  /** Values and names to choose from, for a choice. */
  choices?: ReadonlyArray<{ value: string; name: string }>;
  required?: boolean;
  hint?: string;
}

/** One field of a form that is a text, a day or a choice. */
export function EditField<Fields extends FieldValues>(props: EditFieldProps<Fields>): React.ReactElement {
  const { form, name, label, kind = 'line', choices = [], required = false, hint } = props;
  const id = useUID();
  const helpId = useUID();
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.name ?? value;
  const error = form.errors[name];
  const theirs = form.theirs[name];
  const control = {
    id,
    'aria-describedby': helpId,
    value: String(form.draft[name] ?? ''),
    hasError: error !== undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      form.set(name, event.currentTarget.value),
  };
  return (
    <FieldFrame
      label={label}
      id={id}
      helpId={helpId}
      required={required}
      hint={hint}
      error={error}
      theirs={theirs === undefined ? undefined : nameOf(String(theirs)) || text('edit.nothing')}
    >
      {kind === 'choice' && (
        <Select {...control}>
          {choices.map((choice) => (
            <Option key={choice.value} value={choice.value}>
              {choice.name}
            </Option>
          ))}
        </Select>
      )}
      {kind === 'day' && <DatePicker {...control} />}
      {kind === 'paragraph' && <TextArea {...control} />}
      {kind === 'line' && <Input {...control} type="text" aria-required={required} autoComplete="off" />}
    </FieldFrame>
  );
}
