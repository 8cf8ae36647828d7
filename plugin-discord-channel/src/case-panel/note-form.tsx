import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../strings/text';
import { ProgressLine } from './progress-line';
import { noteLimit, type UseNoteFormOptions, useNoteForm } from './use-note-form';

export type NoteFormProps = UseNoteFormOptions;

/** Writes a note. Ctrl or Cmd with Enter adds it, as agents know from the chat's input. */
export const NoteForm: React.FC<NoteFormProps> = (options) => {
  const { draft, length, progress, edit, add } = useNoteForm(options);
  const fieldId = useUID();
  const helpId = useUID();
  const saving = progress.kind === 'saving';
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    add();
  };
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <Box as="form" onSubmit={onSubmit} display="flex" flexDirection="column" rowGap="space30">
      <Label htmlFor={fieldId}>{text('note.label')}</Label>
      <TextArea
        id={fieldId}
        aria-describedby={helpId}
        value={draft}
        readOnly={saving}
        hasError={progress.kind === 'failed'}
        onChange={(event) => edit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Box id={helpId} display="flex" flexWrap="wrap" columnGap="space50" justifyContent="space-between">
        <HelpText marginTop="space0">{text('note.hint')}</HelpText>
        <HelpText marginTop="space0" variant={length > noteLimit ? 'error' : 'default'}>
          {text('note.counter', { count: length.toLocaleString(), limit: noteLimit.toLocaleString() })}
        </HelpText>
      </Box>
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space30">
        <Button variant="primary" size="small" type="submit" aria-disabled={saving}>
          {text(saving ? 'note.adding' : 'note.add')}
        </Button>
        <ProgressLine progress={progress} />
      </Box>
    </Box>
  );
};
