import { isDeepStrictEqual } from 'node:util';
import type { REST } from '@discordjs/rest';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';

type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Makes Discord's global commands those of this release: one bulk PUT, and only when they differ, since
 * registrations are limited to 200 a day.
 * @returns whether they had to be replaced.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  definitions: readonly CommandDefinition[],
): Promise<'unchanged' | 'replaced'> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = (await rest.get(route, { query })) as APIApplicationCommand[];
  const wanted = definitions.map(comparable);
  const found = present.map(comparable);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  if (isDeepStrictEqual(wanted.sort(byName), found.sort(byName))) return 'unchanged';
  await rest.put(route, { body: definitions });
  return 'replaced';
}

/** Discord may answer a default as it is or not at all. */
function leaveOutDefaults(_key: string, value: unknown): unknown {
  return value === null || value === false ? undefined : value;
}

/** The fields that we set; Discord adds ids, versions and defaults of its own. */
function comparable(command: CommandDefinition | APIApplicationCommand) {
  return {
    type: command.type ?? ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    nameLocalizations: command.name_localizations ?? null,
    descriptionLocalizations: command.description_localizations ?? null,
    options: JSON.parse(JSON.stringify(command.options ?? [], leaveOutDefaults)),
    contexts: [...(command.contexts ?? [])].sort(),
    integrationTypes: [...(command.integration_types ?? [])].sort(),
  };
}
