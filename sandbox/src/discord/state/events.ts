import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { ChannelRecord, InteractionRecord } from './records';

/** What happened in the emulated Discord. The gateway tells it to bots, the streams tell it to players. */
export type DiscordEvent =
  | { kind: 'message-created' | 'message-updated' | 'message-deleted'; channel: ChannelRecord; message: APIMessage }
  | { kind: 'channel-created' | 'channel-updated'; channel: ChannelRecord }
  /** Who may do what has changed. */
  | { kind: 'permissions-changed' }
  | { kind: 'typing-started'; channel: ChannelRecord; userId: Snowflake }
  | { kind: 'dm-opened'; channel: ChannelRecord; playerId: Snowflake }
  | { kind: 'interaction-created' | 'interaction-changed'; interaction: InteractionRecord }
  | { kind: 'ephemeral-message'; interaction: InteractionRecord; message: APIMessage }
  | { kind: 'commands-changed' }
  | { kind: 'channel-read'; playerId: Snowflake; channelId: Snowflake; messageId: Snowflake }
  | { kind: 'reset' };

export type DiscordEventListener = (event: DiscordEvent) => void;
