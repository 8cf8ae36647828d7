import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';
import { discordErrors } from './discord-error';

/** @throws DiscordError 10003 */
export function findChannel(state: DiscordState, id: string): ChannelRecord {
  const channel = state.channels.get(id);
  if (!channel) throw discordErrors.unknownChannel();
  return channel;
}
