import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10';

export interface TextField {
  /** The name of the option that it stands for. */
  name: string;
  label: string;
  style: 'line' | 'paragraph';
  required: boolean;
  maxLength: number;
  /** What the player gave already. */
  value: string | undefined;
}

/** A field to write in, of a form. https://discord.com/developers/docs/components/reference#text-input */
export function textField({ name, label, style, required, maxLength, value }: TextField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: style === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
      required,
      max_length: maxLength,
      ...(value !== undefined && { value }),
    },
  };
}

export interface ChoiceField {
  /** The name of the option that it stands for. */
  name: string;
  label: string;
  placeholder: string;
  choices: readonly { value: string; label: string }[];
  /** What the player chose already. */
  value: string | undefined;
}

/** A list to choose one of, or nothing. https://discord.com/developers/docs/components/reference#string-select */
export function choiceField({ name, label, placeholder, choices, value }: ChoiceField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.StringSelect,
      custom_id: name,
      placeholder,
      required: false,
      min_values: 0,
      max_values: 1,
      options: choices.map((choice) => ({ ...choice, ...(choice.value === value && { default: true }) })),
    },
  };
}
