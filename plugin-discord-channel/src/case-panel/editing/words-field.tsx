import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { FormPill, FormPillGroup, useFormPillState } from '@twilio-paste/core/form-pill-group';
import { Input } from '@twilio-paste/core/input';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { FieldFrame } from './field-frame';
import type { FieldValues } from './rebase';
import type { EditForm } from './use-edit-form';

export interface WordsFieldProps<Fields extends FieldValues> {
  form: EditForm<Fields>;
  name: keyof Fields & string;
  label: string;
  /** Words to choose from while typing. */
  offered?: readonly string[];
}

/** Words as pills: Enter adds what is typed, Delete or the cross takes one away, arrows go along. */
export function WordsField<Fields extends FieldValues>(props: WordsFieldProps<Fields>): React.ReactElement {
  const { form, name, label, offered = [] } = props;
  const [typed, setTyped] = React.useState('');
  const id = useUID();
  const helpId = useUID();
  const offeredId = useUID();
  const pills = useFormPillState();
  const words = form.draft[name] as readonly string[];
  const theirs = form.theirs[name] as readonly string[] | undefined;
  const add = () => {
    const word = typed.trim();
    setTyped('');
    if (word !== '' && !words.includes(word)) form.set(name, [...words, word]);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    // Enter in an empty field saves the form, as in every other field.
    event.preventDefault();
    add();
  };
  return (
    <FieldFrame
      label={label}
      id={id}
      helpId={helpId}
      hint={text('edit.words-hint')}
      error={form.errors[name]}
      theirs={theirs && (theirs.join(', ') || text('edit.nothing'))}
    >
      {words.length > 0 && (
        <Box marginBottom="space30">
          <FormPillGroup
            {...pills}
            aria-label={text('edit.words-chosen', { label })}
            i18nKeyboardControls={text('edit.words-keys')}
          >
            {words.map((word) => (
              <FormPill
                key={word}
                {...pills}
                onDismiss={() =>
                  form.set(
                    name,
                    words.filter((each) => each !== word),
                  )
                }
              >
                {word}
              </FormPill>
            ))}
          </FormPillGroup>
        </Box>
      )}
      <Box display="flex" columnGap="space30">
        <Input
          id={id}
          type="text"
          autoComplete="off"
          list={offered.length > 0 ? offeredId : undefined}
          aria-describedby={helpId}
          value={typed}
          hasError={form.errors[name] !== undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
        {offered.length > 0 && (
          <datalist id={offeredId}>
            {offered
              .filter((word) => !words.includes(word))
              .map((word) => (
                <option key={word} value={word} />
              ))}
          </datalist>
        )}
        <Button variant="secondary" onClick={add}>
          {text('edit.words-add')}
        </Button>
      </Box>
    </FieldFrame>
  );
}
