import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { availableCommands } from '../commands/available-commands';
import { startInteraction } from '../interactions/start-interaction';
import type { DiscordState } from '../state/discord-state';
import type { InteractionRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { findChannelOf } from './find';

/** A slash command as a player enters it. `name` and option names are the ones it is registered under, not localised. */
export const runCommandRequest = z.strictObject({
  name: z.string(),
  channelId: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type RunCommandRequest = z.infer<typeof runCommandRequest>;

/** @throws ControlError where Discord's client would not send the command: not offered here, an option missing or wrong. */
export function runCommand(state: DiscordState, player: PlayerRecord, request: RunCommandRequest): InteractionRecord {
  const channel = findChannelOf(state, player, request.channelId);
  const command = availableCommands(state, channel).find(({ name }) => name === request.name);
  if (!command) throw new ControlError(404, `There is no command /${request.name} here.`);
  const options = readOptions(command, request.options);
  return startInteraction(state, player, channel, {
    type: InteractionType.ApplicationCommand,
    data: {
      id: command.id,
      name: command.name,
      type: ApplicationCommandType.ChatInput,
      ...(command.guild_id && { guild_id: command.guild_id }),
      ...(options.length > 0 && { options }),
    },
  });
}

/** What Discord's client keeps a player from sending. */
function checkValue(option: APIApplicationCommandOption, value: string | number | boolean): void {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new ControlError(400, `${option.name} does not offer ${value}.`);
  }
  if (option.type !== ApplicationCommandOptionType.String || typeof value !== 'string') return;
  const { max_length: longest = 6_000, min_length: shortest = 0 } = option as {
    max_length?: number;
    min_length?: number;
  };
  if (value.length > longest) throw new ControlError(400, `${option.name} is too long.`);
  if (value.length < shortest) throw new ControlError(400, `${option.name} is too short.`);
}

const valueTypes: Partial<Record<ApplicationCommandOptionType, string>> = {
  [ApplicationCommandOptionType.String]: 'string',
  [ApplicationCommandOptionType.Integer]: 'number',
  [ApplicationCommandOptionType.Number]: 'number',
  [ApplicationCommandOptionType.Boolean]: 'boolean',
};

function readOptions(
  command: APIApplicationCommand,
  given: RunCommandRequest['options'],
): APIApplicationCommandInteractionDataBasicOption[] {
  const known = command.options ?? [];
  for (const name of Object.keys(given)) {
    if (!known.some((option) => option.name === name)) {
      throw new ControlError(400, `/${command.name} has no option ${name}.`);
    }
  }
  return known.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined || value === '') {
      if ('required' in option && option.required) throw new ControlError(400, `${option.name} is needed.`);
      return [];
    }
    const valueType = typeof value;
    if (valueType !== valueTypes[option.type]) throw new ControlError(400, `${option.name} has the wrong type.`);
    checkValue(option, value);
    return [{ name: option.name, type: option.type, value } as APIApplicationCommandInteractionDataBasicOption];
  });
}
