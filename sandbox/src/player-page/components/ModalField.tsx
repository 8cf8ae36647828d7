import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import * as React from 'react';
import type { OpenModal } from '../client/client-state';
import { text } from '../text';

export interface ModalFieldProps {
  field: OpenModal['modal']['components'][number];
  value: string;
  onChange(value: string): void;
}

/** One labelled field of a modal: a line, several lines, or a list to choose one of. */
export function ModalField({ field: { label, description, component }, value, onChange }: ModalFieldProps) {
  const id = `modal-${component.custom_id}`;
  const required = component.required ?? true;
  const common = {
    id,
    value,
    required,
    'aria-describedby': description ? `${id}-description` : undefined,
    'data-testid': 'modal-field',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div className="modal-field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {description && <small id={`${id}-description`}>{description}</small>}
      {component.type === ComponentType.StringSelect ? (
        <select {...common}>
          <option value="">{component.placeholder ?? text('modal.none')}</option>
          {component.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : component.style === TextInputStyle.Paragraph ? (
        <textarea
          {...common}
          dir="auto"
          rows={3}
          minLength={component.min_length}
          maxLength={component.max_length}
          placeholder={component.placeholder}
        />
      ) : (
        <input
          {...common}
          type="text"
          dir="auto"
          minLength={component.min_length}
          maxLength={component.max_length}
          placeholder={component.placeholder}
        />
      )}
    </div>
  );
}
