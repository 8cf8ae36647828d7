import { type APIApplicationCommand, InteractionContextType } from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';

/** The commands that the completion offers in a channel: those of the server, and the global ones that allow the place. */
export function availableCommands(state: DiscordState, channel: ChannelRecord): APIApplicationCommand[] {
  const context = channel.kind === 'guild' ? InteractionContextType.Guild : InteractionContextType.BotDM;
  const available: APIApplicationCommand[] = [];
  for (const { api, guildId } of state.commands.values()) {
    const here =
      guildId === undefined
        ? !api.contexts || api.contexts.includes(context)
        : channel.kind === 'guild' && guildId === channel.api.guild_id;
    if (here) available.push(api);
  }
  return available;
}

/** A text in the player's language, as Discord's client chooses it: the exact locale, else the default. */
export function localised(
  text: string,
  localisations: Partial<Record<string, string | null>> | null | undefined,
  locale: string,
): string {
  return localisations?.[locale] ?? text;
}
