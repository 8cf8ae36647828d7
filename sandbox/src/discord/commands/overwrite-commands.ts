import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
} from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { CommandBody } from './command-body';

/**
 * Makes these the only commands of the server, or the only global ones without a server. A command that keeps its
 * name keeps its id.
 */
export function overwriteCommands(
  state: DiscordState,
  guildId: string | undefined,
  bodies: readonly CommandBody[],
): APIApplicationCommand[] {
  const old = new Map<string, string>();
  for (const [id, command] of state.commands) {
    if (command.guildId !== guildId) continue;
    old.set(command.api.name, id);
    state.commands.delete(id);
  }
  const created = bodies.map((body): APIApplicationCommand => {
    const options = body.options as APIApplicationCommandBasicOption[] | undefined;
    return {
      id: old.get(body.name) ?? state.nextId(),
      application_id: state.application.id,
      version: state.nextId(),
      type: ApplicationCommandType.ChatInput,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description,
      description_localizations: body.description_localizations ?? null,
      ...(options?.length && { options }),
      default_member_permissions: body.default_member_permissions ?? null,
      nsfw: body.nsfw ?? false,
      ...(guildId === undefined
        ? {
            contexts: body.contexts ?? null,
            integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
          }
        : { guild_id: guildId }),
    };
  });
  for (const api of created) state.commands.set(api.id, { api, guildId });
  state.emit({ kind: 'commands-changed' });
  return created;
}
