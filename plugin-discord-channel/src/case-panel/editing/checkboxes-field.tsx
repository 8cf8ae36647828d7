import { Checkbox, CheckboxGroup } from '@twilio-paste/core/checkbox';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import type { FieldValues } from './rebase';
import type { EditForm } from './use-edit-form';

export interface CheckboxesFieldProps<Fields extends FieldValues> {
  form: EditForm<Fields>;
  name: keyof Fields & string;
  label: string;
  choices: ReadonlyArray<{ value: string; name: string }>;
}

/** Several of a few choices. */
export function CheckboxesField<Fields extends FieldValues>(props: CheckboxesFieldProps<Fields>): React.ReactElement {
  const { form, name, label, choices } = props;
  const id = useUID();
  const chosen = form.draft[name] as readonly string[];
  const toggle = (value: string) =>
    form.set(
      name,
      choices.map((choice) => choice.value).filter((each) => chosen.includes(each) !== (each === value)),
    );
  return (
    <CheckboxGroup name={id} legend={label} orientation="horizontal">
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          id={`${id}-${choice.value}`}
          value={choice.value}
          checked={chosen.includes(choice.value)}
          onChange={() => toggle(choice.value)}
        >
          {choice.name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
