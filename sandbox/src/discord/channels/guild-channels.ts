import {
  type APIChannel,
  type APIGuildCategoryChannel,
  type APIOverwrite,
  type ChannelFlags,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { botMember, memberPermissions } from '../permissions/member-permissions';
import { requireInChannel, requireInGuild } from '../permissions/require-permission';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import { createGuildChannel } from '../state/initial-objects';
import type { GuildChannelRecord } from '../state/records';
import type { CreateChannelBody, EditChannelBody, OverwriteBody } from './channel-body';

/** Discord's limit for a server. */
const maxChannels = 500;

/** The server's channels and categories, as `GET /guilds/{id}/channels` lists them. */
export function listGuildChannels(state: DiscordState): APIChannel[] {
  return [...state.categories.values(), ...guildChannels(state).map(({ api }) => api)];
}

export function guildChannels(state: DiscordState): GuildChannelRecord[] {
  return [...state.channels.values()].flatMap((channel) => (channel.kind === 'guild' ? [channel] : []));
}

/** The bot makes a channel or a category. @throws DiscordError 50013, 30013 or 50035 */
export function createInGuild(state: DiscordState, body: CreateChannelBody): APIChannel {
  requireInGuild(state, PermissionFlagsBits.ManageChannels);
  if (body.permission_overwrites.length > 0) requireInGuild(state, PermissionFlagsBits.ManageRoles);
  for (const overwrite of body.permission_overwrites) requireInGuild(state, bitsOf(overwrite));
  const existing = listGuildChannels(state).length;
  if (existing >= maxChannels) throw discordErrors.tooManyChannels();
  requireCategory(state, body.parent_id);
  const id = state.nextId();
  const guildId = state.world.guild.id;
  if (body.type === ChannelType.GuildCategory) {
    const category: APIGuildCategoryChannel = {
      id,
      type: body.type,
      guild_id: guildId,
      name: body.name,
      position: state.categories.size,
      permission_overwrites: body.permission_overwrites,
      parent_id: null,
      nsfw: false,
      flags: 0 as ChannelFlags,
    };
    state.categories.set(id, category);
    return category;
  }
  const channel = createGuildChannel(state.world, { id, name: toChannelName(body.name), topic: body.topic ?? null });
  Object.assign(channel.api, {
    position: existing,
    parent_id: body.parent_id ?? null,
    permission_overwrites: body.permission_overwrites,
  });
  state.channels.set(id, channel);
  state.emit({ kind: 'channel-created', channel });
  return channel.api;
}

/** @throws DiscordError 50001, 50013 or 50035 */
export function editGuildChannel(state: DiscordState, channel: GuildChannelRecord, body: EditChannelBody): APIChannel {
  requireInChannel(state, channel, PermissionFlagsBits.ManageChannels);
  requireCategory(state, body.parent_id);
  const { name, ...changes } = body;
  Object.assign(channel.api, changes, name !== undefined && { name: toChannelName(name) });
  state.emit({ kind: 'channel-updated', channel });
  return channel.api;
}

/** Sets what a role or a member may do in the channel. @throws DiscordError 50001 or 50013 */
export function overwritePermissions(
  state: DiscordState,
  channel: GuildChannelRecord,
  id: string,
  body: OverwriteBody,
): void {
  requireInChannel(state, channel, PermissionFlagsBits.ManageRoles);
  // Only what the bot has itself can be given or taken.
  if (bitsOf(body) & ~memberPermissions(state, botMember(state))) throw discordErrors.missingPermissions();
  const others = (channel.api.permission_overwrites ?? []).filter((one) => one.id !== id);
  const overwrite: APIOverwrite = { id, ...body };
  channel.api.permission_overwrites = [...others, overwrite];
  state.emit({ kind: 'channel-updated', channel });
}

function bitsOf({ allow, deny }: { allow: string; deny: string }): bigint {
  return BigInt(allow) | BigInt(deny);
}

function requireCategory(state: DiscordState, parentId: string | null | undefined): void {
  if (parentId == null || state.categories.has(parentId)) return;
  throw discordErrors.invalidForm({
    parent_id: { _errors: [{ code: 'CHANNEL_PARENT_INVALID', message: 'Category does not exist' }] },
  });
}

function toChannelName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-');
}
