import * as React from 'react';
import type { ViewedCommand } from '../../discord/players/player-view';
import { text } from '../text';
import { CommandField } from './CommandField';
import { readOptions } from './complete-command';

export interface CommandFormProps {
  command: ViewedCommand;
  onSend(options: Record<string, string | number | boolean>): Promise<void>;
  onCancel(): void;
}

/** A command with its options, one field each: Enter sends, Escape goes back to writing. */
export function CommandForm({ command, onSend, onCancel }: CommandFormProps) {
  const [values, setValues] = React.useState<Readonly<Record<string, string>>>({});
  const [missing, setMissing] = React.useState<string>();
  const form = React.useRef<HTMLFormElement>(null);

  // Before the next key can arrive: none gets lost.
  React.useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const read = readOptions(command, values);
    if (read.kind === 'ready') {
      void onSend(read.options);
      return;
    }
    setMissing(read.option);
    form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(read.option)}"]`)?.focus();
  };
  const missingLabel = command.options.find(({ name }) => name === missing)?.label;
  return (
    <form
      ref={form}
      className="command-form"
      aria-label={`/${command.label}`}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <strong className="command-name">/{command.label}</strong>
      {command.options.map((option) => (
        <CommandField
          key={option.name}
          option={option}
          value={values[option.name] ?? ''}
          onChange={(value) => {
            setMissing(undefined);
            setValues({ ...values, [option.name]: value });
          }}
        />
      ))}
      {missingLabel && (
        <p className="failure" role="alert">
          {text('composer.needed', { option: missingLabel })}
        </p>
      )}
      <span className="command-actions">
        <button type="submit" className="message-button primary" data-testid="run-command">
          {text('composer.run')}
        </button>
        <button type="button" className="message-button secondary" onClick={onCancel}>
          {text('composer.cancel')}
        </button>
      </span>
    </form>
  );
}
