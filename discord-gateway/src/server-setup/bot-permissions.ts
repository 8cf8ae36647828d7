import { PermissionsBitField } from 'discord.js';
import { type APIOverwrite, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';

export interface BotInServer {
  botId: string;
  guildId: string;
  ownerId: string;
  roles: readonly { id: string; permissions: string }[];
  /** Roles that the bot has, without @everyone. */
  botRoleIds: readonly string[];
}

/**
 * What the bot may do in the server, or with `overwrites` in one channel of it: roles first, then the overwrites of
 * @everyone, of the roles, of the bot. https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function botPermissions(bot: BotInServer, overwrites: readonly APIOverwrite[] = []): bigint {
  if (bot.ownerId === bot.botId) return PermissionsBitField.All;
  const mine = new Set([bot.guildId, ...bot.botRoleIds]);
  let permissions = 0n;
  for (const role of bot.roles) if (mine.has(role.id)) permissions |= BigInt(role.permissions);
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return PermissionsBitField.All;
  const levels = [
    overwrites.filter(({ id }) => id === bot.guildId),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== bot.guildId && mine.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === bot.botId),
  ];
  for (const level of levels) {
    const allow = level.reduce((bits, one) => bits | BigInt(one.allow), 0n);
    const deny = level.reduce((bits, one) => bits | BigInt(one.deny), 0n);
    permissions = (permissions & ~deny) | allow;
  }
  return permissions;
}
