import * as React from 'react';
import type { ViewedOption } from '../../discord/players/view-commands';
import { text } from '../text';

export interface CommandFieldProps {
  option: ViewedOption;
  value: string;
  onChange(value: string): void;
}

/** One option of a command: a list where there are choices, else a line of text or a number. */
export function CommandField({ option, value, onChange }: CommandFieldProps) {
  const choices =
    option.kind === 'yes-no'
      ? [
          { label: text('composer.yes'), value: 'true' },
          { label: text('composer.no'), value: 'false' },
        ]
      : option.choices;
  const id = `option-${option.name}`;
  const common = {
    id,
    name: option.name,
    value,
    'aria-required': option.required,
    'data-testid': 'command-field',
  };
  return (
    <div className="command-field">
      <label htmlFor={id}>
        {option.label} {!option.required && <small>({text('composer.optional')})</small>}
      </label>
      {choices.length > 0 ? (
        <select {...common} onChange={({ target }) => onChange(target.value)}>
          <option value="">{text('composer.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={option.kind === 'number' ? 'number' : 'text'}
          placeholder={option.description}
          maxLength={option.maxLength}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}
