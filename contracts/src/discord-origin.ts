import { z } from 'zod';
import { snowflake } from './identifiers';

/** Where a conversation comes from, in Discord's terms. One bot serves several servers, so application and guild are always named. */
export const discordOrigin = z.object({
  applicationId: snowflake,
  /** The server that the player asked for help in; null while that is not known. */
  guildId: snowflake.nullable(),
  guildName: z.string().max(100).nullable(),
  dmChannelId: snowflake,
  userId: snowflake,
  username: z.string().min(1).max(32),
  displayName: z.string().min(1).max(32),
  avatarUrl: z.url().nullable(),
  /** What the player is written to in ("en-US", "zh-CN", "ar"): chosen, told by Discord, or found in what the player writes; null while unknown. */
  locale: z.string().max(10).nullable(),
});
export type DiscordOrigin = z.infer<typeof discordOrigin>;

/** A player and the server that something was said in, when no DM is part of it. */
export const reportOrigin = discordOrigin.omit({ dmChannelId: true });
export type ReportOrigin = z.infer<typeof reportOrigin>;

/** Attributes of a conversation. Other plugins overwrite them: good for display, never the source of truth. */
export const conversationAttributes = z.object({
  channelType: z.literal('discord'),
  discord: discordOrigin,
});
export type ConversationAttributes = z.infer<typeof conversationAttributes>;
