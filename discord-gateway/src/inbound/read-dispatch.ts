import type { CDN } from '@discordjs/rest';
import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageComponentButtonInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Player, player, toPlayer } from '../discord/player';
import { getHelpButtonId, helpCommandName } from '../server-setup/get-help-button';
import { cleanText } from './clean-text';
import type { PlayerChange } from './player-change';
import { fromMessage, fromPress, type PlayerMessage, type WrittenMessage } from './player-message';
import { readSubmission } from './read-submission';

/** A slash command that a player gave. */
export const commandCall = z.object({
  interactionId: z.string(),
  token: z.string(),
  name: z.string(),
  guildId: z.string().nullable(),
  /** Calls stored by a release that knew no options have none. */
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  player,
});
export type CommandCall = z.infer<typeof commandCall>;

/** What a gateway event means to the relay. */
export type DispatchMeaning =
  | { kind: 'message'; dmChannelId: string; player: Player; message: WrittenMessage }
  | { kind: 'press'; dmChannelId: string; player: Player; message: PlayerMessage; token: string }
  | { kind: 'change'; dmChannelId: string; change: PlayerChange }
  /** A submission is what was handed in with the form of a command. */
  | { kind: 'command'; call: CommandCall; isSubmission?: true }
  | { kind: 'guild-seen'; guildId: string; name: string }
  | { kind: 'guild-left'; guildId: string }
  | { kind: 'nothing' };

const nothing: DispatchMeaning = { kind: 'nothing' };

/** Types of message that a person writes; the others tell what happened in a channel. */
const writtenTypes = new Set<MessageType>([MessageType.Default, MessageType.Reply]);

/** Reads an event of the gateway. Pure; `cdn` makes addresses of avatars. */
export function readDispatch(payload: GatewayDispatchPayload, cdn: CDN): DispatchMeaning {
  switch (payload.t) {
    case GatewayDispatchEvents.MessageCreate:
      return readMessage(payload.d, cdn);
    case GatewayDispatchEvents.MessageUpdate:
      return readEdit(payload.d);
    case GatewayDispatchEvents.MessageDelete:
      // Who wrote it is not told: whether it was a player's is known when it is looked for.
      if (payload.d.guild_id) return nothing;
      return {
        kind: 'change',
        dmChannelId: payload.d.channel_id,
        change: { kind: 'delete', messageId: payload.d.id, at: new Date().toISOString() },
      };
    case GatewayDispatchEvents.InteractionCreate:
      if (payload.d.type === InteractionType.MessageComponent) return readPress(payload.d, cdn);
      if (
        payload.d.type === InteractionType.ApplicationCommand &&
        payload.d.data.type === ApplicationCommandType.ChatInput
      )
        return readCommand(payload.d as APIChatInputApplicationCommandInteraction, cdn);
      if (payload.d.type === InteractionType.ModalSubmit) return readSubmission(payload.d, cdn);
      return nothing;
    case GatewayDispatchEvents.GuildCreate:
      // At start a guild may be told as unavailable, without a name.
      return payload.d.unavailable ? nothing : seenGuild(payload.d);
    case GatewayDispatchEvents.GuildUpdate:
      return seenGuild(payload.d);
    case GatewayDispatchEvents.GuildDelete:
      // `unavailable` is an outage, its absence means that the bot was removed.
      return payload.d.unavailable ? nothing : { kind: 'guild-left', guildId: payload.d.id };
    default:
      return nothing;
  }
}

/** Reads a message, as the gateway tells it or as the channel holds it. */
export function readMessage(
  message: APIMessage & Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'channel_type'>>,
  cdn: CDN,
): DispatchMeaning {
  // Bots and webhooks are never relayed, ourselves included: that is how loops start.
  if (message.guild_id || message.author.bot || message.webhook_id || !writtenTypes.has(message.type)) return nothing;
  // A group DM has several players in it: what one of them says is not for the conversation of another.
  if (message.channel_type !== undefined && message.channel_type !== ChannelType.DM) return nothing;
  return {
    kind: 'message',
    dmChannelId: message.channel_id,
    player: toPlayer(message.author, cdn, null),
    message: fromMessage(message),
  };
}

/** An update without a time of edit tells of a preview that Discord added, which is not the player's doing. */
function readEdit(message: GatewayMessageUpdateDispatchData): DispatchMeaning {
  if (message.guild_id || message.author.bot || message.webhook_id || !message.edited_timestamp) return nothing;
  if (!writtenTypes.has(message.type)) return nothing;
  const { discordId: messageId, body, files = [] } = fromMessage(message);
  const at = new Date(message.edited_timestamp).toISOString();
  const attachmentIds = files.map(({ attachmentId }) => attachmentId);
  const change = { kind: 'edit' as const, messageId, body, attachmentIds, at };
  return { kind: 'change', dmChannelId: message.channel_id, change };
}

function readPress(interaction: APIMessageComponentInteraction, cdn: CDN): DispatchMeaning {
  if (interaction.guild_id !== undefined) return readServerButton(interaction, cdn);
  // In a DM the interaction carries `user`, in a guild `member`. Only our buttons in DMs are for the virtual agent.
  if (!interaction.user || interaction.channel?.type !== ChannelType.DM) return nothing;
  if (interaction.data.component_type !== ComponentType.Button) return nothing;
  return {
    kind: 'press',
    dmChannelId: interaction.channel.id,
    player: toPlayer(interaction.user, cdn, interaction.locale),
    message: fromPress(interaction as APIMessageComponentButtonInteraction),
    token: interaction.token,
  };
}

/** A button that stands in a channel of the server gives the command that it is named after, and is answered as that is. */
function readServerButton(interaction: APIMessageComponentInteraction, cdn: CDN): DispatchMeaning {
  const user = interaction.member?.user;
  if (!user || interaction.data.custom_id !== getHelpButtonId) return nothing;
  return {
    kind: 'command',
    call: {
      interactionId: interaction.id,
      token: interaction.token,
      name: helpCommandName,
      guildId: interaction.guild_id ?? null,
      options: {},
      player: toPlayer(user, cdn, interaction.locale),
    },
  };
}

function readCommand(interaction: APIChatInputApplicationCommandInteraction, cdn: CDN): DispatchMeaning {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) return nothing;
  return {
    kind: 'command',
    call: {
      interactionId: interaction.id,
      token: interaction.token,
      name: interaction.data.name,
      guildId: interaction.guild_id ?? null,
      options: readOptions(interaction),
      player: toPlayer(user, cdn, interaction.locale),
    },
  };
}

/** The options that the player filled in, by name. Commands with sub-commands are none of ours. */
function readOptions({ data }: APIChatInputApplicationCommandInteraction): Record<string, string | number | boolean> {
  return Object.fromEntries(
    (data.options ?? []).flatMap((option) => ('value' in option ? [[option.name, cleanValue(option.value)]] : [])),
  );
}

function cleanValue(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' ? cleanText(value) : value;
}

function seenGuild({ id, name }: { id: string; name: string }): DispatchMeaning {
  return { kind: 'guild-seen', guildId: id, name: cleanText(name) };
}
