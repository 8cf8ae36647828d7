import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import { text } from '../../strings/text';
import { ProgressLine } from '../progress-line';
import type { FieldValues } from './rebase';
import type { EditForm } from './use-edit-form';

export interface EditFrameProps<Fields extends FieldValues> {
  label: string;
  form: EditForm<Fields>;
  onCancel: () => void;
  /** False: the focus stays where it is when the form appears. */
  focused?: boolean;
  /** What the button that saves is called. */
  saveText?: string;
  children: React.ReactNode;
}

/** The fields of a form over its buttons. Escape leaves it unless something would be lost. The focus begins in it. */
export function EditFrame<Fields extends FieldValues>(props: EditFrameProps<Fields>): React.ReactElement {
  const { label, form, onCancel, saveText = text('edit.save'), focused = true, children } = props;
  const saving = form.progress.kind === 'saving';
  const frame = React.useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only its appearance moves the focus.
  React.useEffect(() => {
    const first = 'input:not([type=checkbox]), textarea, select';
    if (focused) frame.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The view around it would go back to its list.
    event.stopPropagation();
    if (!form.touched) onCancel();
  };
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <Box
      as="form"
      ref={frame}
      aria-label={label}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      display="flex"
      flexDirection="column"
      rowGap="space50"
    >
      {children}
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space30">
        <Button variant="primary" size="small" type="submit" aria-disabled={saving}>
          {saveText}
        </Button>
        <Button variant="secondary" size="small" onClick={onCancel}>
          {text('edit.cancel')}
        </Button>
        <ProgressLine progress={form.progress} />
      </Box>
    </Box>
  );
}
