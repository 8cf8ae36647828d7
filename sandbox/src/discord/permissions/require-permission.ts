import { PermissionFlagsBits } from 'discord-api-types/v10';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';
import { botMember, memberPermissions } from './member-permissions';

/**
 * The bot may do this in the channel; in a DM there are no permissions.
 * @throws DiscordError 50001 where it does not see the channel, 50013 where it lacks one of the permissions.
 */
export function requireInChannel(state: DiscordState, channel: ChannelRecord, permissions = 0n): void {
  if (channel.kind === 'dm') return;
  const has = memberPermissions(state, botMember(state), channel);
  if (!(has & PermissionFlagsBits.ViewChannel)) throw discordErrors.missingAccess();
  if (permissions & ~has) throw discordErrors.missingPermissions();
}

/** The bot may do this in the whole server. @throws DiscordError 50013 */
export function requireInGuild(state: DiscordState, permissions: bigint): void {
  if (permissions & ~memberPermissions(state, botMember(state))) throw discordErrors.missingPermissions();
}
