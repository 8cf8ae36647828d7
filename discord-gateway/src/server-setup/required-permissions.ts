import { PermissionsBitField } from 'discord.js';
import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10';

/** What a member who may write needs. Only what the bot has itself it can give or take. */
export const writing =
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads;

/** What the bot needs to show something in a channel and find it again. */
export const showing =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.PinMessages;

/** What the bot needs to change a channel and who may do what in it. */
export const managing =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageRoles;

/** Everything that the bot needs in the server, and nothing more. */
export const requiredPermissions = showing | managing | writing;

/**
 * The page on which an admin of the server lets the bot in, or gives it what it lacks.
 * https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(applicationId: string, guildId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(requiredPermissions),
    guild_id: guildId,
    disable_guild_select: 'true',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Permissions as Discord's settings call them, roughly: "Manage Channels". */
export function namePermissions(bits: bigint): string[] {
  return new PermissionsBitField(bits).toArray().map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
}
