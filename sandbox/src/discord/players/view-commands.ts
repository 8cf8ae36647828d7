import { type APIApplicationCommand, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { localised } from '../commands/available-commands';

export interface ViewedOption {
  /** The registered name: what the command is sent with. */
  name: string;
  /** The name in the player's language: what is shown and typed. */
  label: string;
  description: string;
  kind: 'text' | 'number' | 'yes-no';
  required: boolean;
  /** The longest text that it takes, in UTF-16 units. */
  maxLength: number | undefined;
  choices: { label: string; value: string | number }[];
}

export interface ViewedCommand {
  name: string;
  label: string;
  description: string;
  options: ViewedOption[];
}

/** Commands as the completion of a client in this locale shows them. */
export function viewCommands(commands: readonly APIApplicationCommand[], locale: string): ViewedCommand[] {
  return commands.map((command) => ({
    name: command.name,
    label: localised(command.name, command.name_localizations, locale),
    description: localised(command.description, command.description_localizations, locale),
    options: (command.options ?? []).map((option) => ({
      name: option.name,
      label: localised(option.name, option.name_localizations, locale),
      description: localised(option.description, option.description_localizations, locale),
      kind: kindOf(option.type),
      required: 'required' in option && option.required === true,
      maxLength: 'max_length' in option ? option.max_length : undefined,
      choices: ('choices' in option ? (option.choices ?? []) : []).map((choice) => ({
        label: localised(choice.name, choice.name_localizations, locale),
        value: choice.value,
      })),
    })),
  }));
}

function kindOf(type: ApplicationCommandOptionType): ViewedOption['kind'] {
  if (type === ApplicationCommandOptionType.Boolean) return 'yes-no';
  const numeric = type === ApplicationCommandOptionType.Integer || type === ApplicationCommandOptionType.Number;
  return numeric ? 'number' : 'text';
}
