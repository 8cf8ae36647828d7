import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';

/** @throws ControlError 404 */
export function findPlayer(state: DiscordState, id: string): PlayerRecord {
  const player = state.players.get(id);
  if (!player) throw new ControlError(404, `There is no player ${id}.`);
  return player;
}

/**
 * A channel that the player can write in: one of the server's, or the player's own DM.
 * @throws ControlError 404
 */
export function findChannelOf(state: DiscordState, player: PlayerRecord, channelId: string): ChannelRecord {
  const channel = state.channels.get(channelId);
  if (!channel || (channel.kind === 'dm' && channel.playerId !== player.user.id)) {
    throw new ControlError(404, `${player.user.username} sees no channel ${channelId}.`);
  }
  return channel;
}
