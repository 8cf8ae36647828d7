import {
  type APIApplication,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type ApplicationFlags,
  type ChannelFlags,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import { MessageLog } from './message-log';
import type { DmChannelRecord, GuildChannelRecord, PlayerRecord } from './records';
import type { DiscordWorld } from './world';

/** A bit field with no bit set; Discord's enums have no member for it. */
function none<Flags extends number>(): Flags {
  return 0 as Flags;
}

export function createBotUser(world: DiscordWorld): APIUser {
  return { ...createUser(world.bot.id, world.bot.username, null), bot: true };
}

export function createUser(id: string, username: string, globalName: string | null): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: globalName,
    avatar: null,
    flags: none<UserFlags>(),
    public_flags: none<UserFlags>(),
  };
}

export function createPlayerRecord(
  player: { id: string; username: string; globalName: string | null; locale: string },
  joinedAt: Date,
): PlayerRecord {
  const user = createUser(player.id, player.username, player.globalName);
  return {
    user,
    member: createMember(user, joinedAt),
    locale: player.locale,
    dmOpen: true,
    sharesServer: true,
    lastRead: new Map(),
  };
}

export function createMember(user: APIUser, joinedAt: Date): APIGuildMember {
  return {
    user,
    roles: [],
    joined_at: joinedAt.toISOString(),
    deaf: false,
    mute: false,
    flags: none<GuildMemberFlags>(),
  };
}

export function createRole(world: DiscordWorld, role: DiscordWorld['guild']['roles'][number]): APIRole {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: world.guild.roles.indexOf(role),
    permissions: role.permissions,
    managed: role.ofBot ?? false,
    mentionable: false,
    flags: none<RoleFlags>(),
    ...(role.ofBot && { tags: { bot_id: world.bot.id } }),
  };
}

export function createApplication(world: DiscordWorld, bot: APIUser): APIApplication {
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    summary: '',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: none<ApplicationFlags>(),
    flags_new: '0',
    approximate_guild_count: 1,
  };
}

export function createGuildChannel(
  world: DiscordWorld,
  channel: { id: string; name: string; topic: string | null },
): GuildChannelRecord {
  return {
    kind: 'guild',
    api: {
      id: channel.id,
      type: ChannelType.GuildText,
      guild_id: world.guild.id,
      name: channel.name,
      topic: channel.topic,
      position: world.guild.channels.findIndex(({ id }) => id === channel.id),
      permission_overwrites: [],
      parent_id: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: null,
      flags: none<ChannelFlags>(),
    },
    messages: new MessageLog(),
    pins: new Map(),
  };
}

export function createDmChannel(id: string, recipient: APIUser): DmChannelRecord {
  return {
    kind: 'dm',
    api: {
      id,
      type: ChannelType.DM,
      name: null,
      last_message_id: null,
      flags: none<ChannelFlags>(),
      recipients: [recipient],
    },
    playerId: recipient.id,
    messages: new MessageLog(),
    pins: new Map(),
  };
}

/** The server as `GET /guilds/{id}` answers it. */
export function createGuild(world: DiscordWorld, roles: APIRole[]): APIGuild {
  return {
    id: world.guild.id,
    name: world.guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: world.guild.ownerId,
    region: 'automatic',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: none<GuildSystemChannelFlags>(),
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    hub_type: null,
    incidents_data: null,
  };
}
