import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { DiscordEvent } from '../state/events';
import type { ChannelRecord } from '../state/records';

export interface Dispatch {
  name: GatewayDispatchEvents;
  /** A session needs one of these to hear of it; 0 means that everybody does. */
  intents: number;
  /** What a session with these intents is told. */
  data(intents: number): unknown;
}

/** The gateway event for what happened; undefined for what bots are not told. */
export function dispatchOf(state: DiscordState, event: DiscordEvent): Dispatch | undefined {
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
      return {
        name:
          event.kind === 'message-created' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate,
        intents: event.channel.kind === 'dm' ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
        data: (intents) => messageFor(state, event.channel, event.message, intents),
      };
    case 'channel-created':
    case 'channel-updated':
      if (event.channel.kind === 'dm') return undefined;
      return {
        name:
          event.kind === 'channel-created' ? GatewayDispatchEvents.ChannelCreate : GatewayDispatchEvents.ChannelUpdate,
        intents: GatewayIntentBits.Guilds,
        data: () => event.channel.api,
      };
    case 'message-deleted':
      return {
        name: GatewayDispatchEvents.MessageDelete,
        intents: event.channel.kind === 'dm' ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
        data: () => ({
          id: event.message.id,
          channel_id: event.channel.api.id,
          ...(event.channel.kind === 'guild' && { guild_id: event.channel.api.guild_id }),
        }),
      };
    case 'typing-started':
      return {
        name: GatewayDispatchEvents.TypingStart,
        intents:
          event.channel.kind === 'dm' ? GatewayIntentBits.DirectMessageTyping : GatewayIntentBits.GuildMessageTyping,
        data: () => ({
          channel_id: event.channel.api.id,
          user_id: event.userId,
          timestamp: Math.floor(state.clock.now().getTime() / 1_000),
        }),
      };
    case 'interaction-created':
      return { name: GatewayDispatchEvents.InteractionCreate, intents: 0, data: () => event.interaction.api };
    default:
      return undefined;
  }
}

function messageFor(state: DiscordState, channel: ChannelRecord, message: APIMessage, intents: number): unknown {
  if (channel.kind === 'dm') return { ...message, channel_type: channel.api.type };
  const member = state.players.get(message.author.id)?.member;
  const guildMessage = {
    ...message,
    channel_type: channel.api.type,
    guild_id: channel.api.guild_id,
    ...(member && { member: { ...member, user: undefined } }),
  };
  const readable =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === state.bot.id ||
    message.mentions.some(({ id }) => id === state.bot.id);
  return readable ? guildMessage : { ...guildMessage, content: '', embeds: [], attachments: [], components: [] };
}
