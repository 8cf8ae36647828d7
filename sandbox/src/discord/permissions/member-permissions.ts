import {
  type APIGuildMember,
  type APIOverwrite,
  OverwriteType,
  PermissionFlagsBits,
  type Snowflake,
} from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { GuildChannelRecord } from '../state/records';

/** Every permission there is: what owners and administrators have. */
export const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/**
 * What a member may do in the whole server, or in a channel of it.
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function memberPermissions(
  state: DiscordState,
  member: Pick<APIGuildMember, 'user' | 'roles'>,
  channel?: GuildChannelRecord,
): bigint {
  const guildId = state.world.guild.id;
  const userId = member.user.id;
  if (userId === state.world.guild.ownerId) return allPermissions;
  const base = [guildId, ...member.roles].reduce(
    (bits, roleId) => bits | BigInt(state.roles.get(roleId)?.permissions ?? 0),
    0n,
  );
  if (base & PermissionFlagsBits.Administrator) return allPermissions;
  const overwrites = channel?.api.permission_overwrites ?? [];
  const everyone = apply(base, overwrites, ({ id }) => id === guildId);
  const roles = apply(everyone, overwrites, ({ id, type }) => type === OverwriteType.Role && member.roles.includes(id));
  const permissions = apply(roles, overwrites, ({ id, type }) => type === OverwriteType.Member && id === userId);
  // Who does not see a channel can do nothing in it; who cannot write cannot write in any form.
  if (channel && !(permissions & PermissionFlagsBits.ViewChannel)) return 0n;
  const written =
    PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles | PermissionFlagsBits.MentionEveryone;
  return channel && !(permissions & PermissionFlagsBits.SendMessages) ? permissions & ~written : permissions;
}

/** The bot as a member. */
export function botMember(state: DiscordState): { user: DiscordState['bot']; roles: Snowflake[] } {
  return { user: state.bot, roles: [...state.botRoleIds] };
}

function apply(before: bigint, overwrites: readonly APIOverwrite[], matches: (one: APIOverwrite) => boolean): bigint {
  const matching = overwrites.filter(matches);
  const denied = matching.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
  const allowed = matching.reduce((bits, { allow }) => bits | BigInt(allow), 0n);
  return (before & ~denied) | allowed;
}
