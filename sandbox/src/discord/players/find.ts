import { PermissionFlagsBits } from 'discord-api-types/v10';
import { memberPermissions } from '../permissions/member-permissions';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';

/** Whether the player has the channel in the list. */
export function sees(state: DiscordState, player: PlayerRecord, channel: ChannelRecord): boolean {
  if (channel.kind === 'dm') return channel.playerId === player.user.id;
  return (memberPermissions(state, player.member, channel) & PermissionFlagsBits.ViewChannel) !== 0n;
}

/** Whether the player can write in a channel that the player sees. */
export function canWrite(state: DiscordState, player: PlayerRecord, channel: ChannelRecord): boolean {
  if (channel.kind === 'dm') return true;
  return (memberPermissions(state, player.member, channel) & PermissionFlagsBits.SendMessages) !== 0n;
}

/** @throws ControlError 404 */
export function findPlayer(state: DiscordState, id: string): PlayerRecord {
  const player = state.players.get(id);
  if (!player) throw new ControlError(404, `There is no player ${id}.`);
  return player;
}

/**
 * A channel that the player sees: one of the server's, or the player's own DM.
 * @throws ControlError 404
 */
export function findChannelOf(state: DiscordState, player: PlayerRecord, channelId: string): ChannelRecord {
  const channel = state.channels.get(channelId);
  if (!channel || !sees(state, player, channel)) {
    throw new ControlError(404, `${player.user.username} sees no channel ${channelId}.`);
  }
  return channel;
}
