import type { APIGuildChannel, ChannelType, GuildChannelType } from 'discord-api-types/v10';
import type { ServerObject } from '../store/server-objects';
import { ServerSetupError } from './server-setup-error';

export type GuildChannel = APIGuildChannel<GuildChannelType> & { topic?: string | null };

/** Where a wanted channel or category is. */
export type Located =
  | { kind: 'known'; channel: GuildChannel; created: boolean }
  /** There, but not ours: it is used, never renamed nor moved. */
  | { kind: 'adopted'; channel: GuildChannel; why: 'its id' | 'its name' }
  | { kind: 'missing' };

export interface Wanted {
  name: string;
  id?: string | undefined;
  types: readonly ChannelType[];
}

/**
 * Finds a channel: by the id in the configuration, by what was remembered, by its exact name.
 * @throws ServerSetupError when the id is not there, or the name is there twice.
 */
export function locate(
  { name, id, types }: Wanted,
  channels: readonly GuildChannel[],
  remembered: ServerObject | undefined,
): Located {
  if (id !== undefined && id !== remembered?.discordId) {
    const channel = channels.find((one) => one.id === id && types.includes(one.type));
    if (channel) return { kind: 'adopted', channel, why: 'its id' };
    const message = `The server has no such channel as "${name}" with the id ${id}: take the id out, or correct it.`;
    throw new ServerSetupError('unknown-channel', message);
  }
  const known = channels.find((one) => one.id === remembered?.discordId && types.includes(one.type));
  if (known) return { kind: 'known', channel: known, created: remembered?.created ?? false };
  const [first, ...others] = channels.filter((one) => one.name === name && types.includes(one.type));
  if (!first) return { kind: 'missing' };
  if (others.length === 0) return { kind: 'adopted', channel: first, why: 'its name' };
  const ids = [first, ...others].map((one) => one.id).join(', ');
  throw new ServerSetupError('ambiguous-name', `"${name}" is there more than once: put one of ${ids} as "id" into it.`);
}
