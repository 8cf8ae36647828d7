import type { APIMessage, APIUser, Snowflake } from 'discord-api-types/v10';
import { pinnedMessages } from '../channels/pins';
import { availableCommands } from '../commands/available-commands';
import type { ModalBody } from '../interactions/modal-body';
import type { DiscordState } from '../state/discord-state';
import type { DiscordEvent } from '../state/events';
import type { ChannelRecord, InteractionRecord, PlayerRecord } from '../state/records';
import { canWrite, sees } from './find';
import { type ViewedCommand, viewCommands } from './view-commands';

export type { ViewedCommand } from './view-commands';

/** How far back a client shows a channel when it starts. */
const shownMessages = 50;

export interface ViewedChannel {
  id: Snowflake;
  kind: 'guild' | 'dm';
  /** The channel's name, or the name of the one on the other side of a DM. */
  name: string;
  topic: string | null;
  /** False where the player may only read. */
  canWrite: boolean;
  /** The last pinned first. */
  pinned: APIMessage[];
  /** Oldest first. */
  messages: APIMessage[];
  lastReadId: Snowflake | null;
  commands: ViewedCommand[];
}

export interface ViewedInteraction {
  id: Snowflake;
  channelId: Snowflake;
  /** The button that was pressed; undefined for a command. */
  press?: { messageId: Snowflake; customId: string };
  /** The command that was run; undefined for a press. */
  command?: string;
  /** The modal to show. */
  modal?: ModalBody;
  /** The interaction whose modal was submitted with this one. */
  submits?: Snowflake;
  state: InteractionRecord['state'];
}

/** Everything that a player's client shows when it starts. */
export interface PlayerView {
  me: APIUser;
  locale: string;
  guild: { id: Snowflake; name: string };
  users: APIUser[];
  channels: ViewedChannel[];
}

/** What a player's client is told, in order. `view` comes first, and again when everything was reset. */
export type PlayerEvent =
  | { type: 'view'; view: PlayerView }
  | { type: 'channel'; channel: ViewedChannel }
  | { type: 'message'; message: APIMessage }
  | { type: 'message-edited'; message: APIMessage }
  | { type: 'message-deleted'; channelId: Snowflake; messageId: Snowflake }
  | { type: 'ephemeral-message'; message: APIMessage }
  | { type: 'typing'; channelId: Snowflake; userId: Snowflake }
  | { type: 'interaction'; interaction: ViewedInteraction }
  | { type: 'commands'; channels: { id: Snowflake; commands: ViewedCommand[] }[] }
  | { type: 'read'; channelId: Snowflake; messageId: Snowflake };

export function viewOf(state: DiscordState, player: PlayerRecord): PlayerView {
  return {
    me: player.user,
    locale: player.locale,
    guild: { id: state.world.guild.id, name: state.world.guild.name },
    users: [state.bot, ...[...state.players.values()].map(({ user }) => user)],
    channels: channelsOf(state, player).map((channel) => viewChannel(state, player, channel)),
  };
}

/** The event in this player's eyes; undefined when the player does not see it. */
export function seenBy(state: DiscordState, player: PlayerRecord, event: DiscordEvent): PlayerEvent | undefined {
  const mine = (channel: ChannelRecord) => sees(state, player, channel);
  switch (event.kind) {
    case 'message-created':
      return mine(event.channel) ? { type: 'message', message: event.message } : undefined;
    case 'message-updated':
      return mine(event.channel) ? { type: 'message-edited', message: event.message } : undefined;
    case 'message-deleted':
      return mine(event.channel)
        ? { type: 'message-deleted', channelId: event.channel.api.id, messageId: event.message.id }
        : undefined;
    case 'typing-started':
      return mine(event.channel)
        ? { type: 'typing', channelId: event.channel.api.id, userId: event.userId }
        : undefined;
    case 'dm-opened':
    case 'channel-created':
    case 'channel-updated':
      return mine(event.channel) ? { type: 'channel', channel: viewChannel(state, player, event.channel) } : undefined;
    case 'ephemeral-message':
      return event.interaction.playerId === player.user.id
        ? { type: 'ephemeral-message', message: event.message }
        : undefined;
    case 'interaction-created':
    case 'interaction-changed':
      return event.interaction.playerId === player.user.id
        ? { type: 'interaction', interaction: viewInteraction(event.interaction) }
        : undefined;
    case 'commands-changed':
      return {
        type: 'commands',
        channels: channelsOf(state, player).map((channel) => ({
          id: channel.api.id,
          commands: viewCommands(availableCommands(state, channel), player.locale),
        })),
      };
    case 'channel-read':
      return event.playerId === player.user.id
        ? { type: 'read', channelId: event.channelId, messageId: event.messageId }
        : undefined;
    case 'permissions-changed':
      return { type: 'view', view: viewOf(state, player) };
    case 'reset':
      return undefined;
  }
}

function channelsOf(state: DiscordState, player: PlayerRecord): ChannelRecord[] {
  return [...state.channels.values()].filter((channel) => sees(state, player, channel));
}

function viewChannel(state: DiscordState, player: PlayerRecord, channel: ChannelRecord): ViewedChannel {
  return {
    id: channel.api.id,
    kind: channel.kind,
    name: channel.kind === 'dm' ? state.bot.username : channel.api.name,
    topic: channel.kind === 'dm' ? null : (channel.api.topic ?? null),
    canWrite: canWrite(state, player, channel),
    pinned: pinnedMessages(channel),
    messages: channel.messages
      .page({ limit: shownMessages })
      .map((message) => state.attachments.freshen(message))
      .reverse(),
    lastReadId: player.lastRead.get(channel.api.id) ?? null,
    commands: viewCommands(availableCommands(state, channel), player.locale),
  };
}

function viewInteraction({ id, channelId, api, state, modal, submits }: InteractionRecord): ViewedInteraction {
  const common = { id, channelId, state, ...(modal && { modal }), ...(submits && { submits }) };
  if ('message' in api && api.message && api.data && 'custom_id' in api.data) {
    return { ...common, press: { messageId: api.message.id, customId: api.data.custom_id } };
  }
  return api.data && 'name' in api.data ? { ...common, command: api.data.name } : common;
}
