import { DiscordAPIError, type REST } from '@discordjs/rest';
import {
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIUser,
  ChannelType,
  type RESTGetAPIChannelMessagesPinsResult,
  type RESTGetCurrentApplicationResult,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import { isDiscordRefusal } from '../discord/discord-failure';
import type { ServerObject } from '../store/server-objects';
import type { BotInServer } from './bot-permissions';
import { isExplanation } from './explanation';
import { type GuildChannel, type Located, locate } from './locate';
import { type ChannelPurpose, categoryKey, channelKey, channelPurposes, explanationKey } from './object-keys';
import { inviteLink } from './required-permissions';
import type { ServerConfig } from './server-config';
import { ServerSetupError } from './server-setup-error';

/** A server as it is, seen with the configuration's eyes. */
export interface PresentServer {
  name: string;
  applicationId: string;
  bot: BotInServer;
  roles: APIGuild['roles'];
  category: Located;
  channels: Map<ChannelPurpose, Located>;
  /** Explanations that were found, pinned or not. */
  explanations: Map<ChannelPurpose, { message: APIMessage; remembered: boolean }>;
}

/** Recent messages in which an explanation is looked for that was not pinned yet; Discord's limit for a page. */
const recentMessages = 100;

/** Who the bot is. @throws ServerSetupError `bad-token` */
export async function readApplication(rest: REST): Promise<{ applicationId: string; botId: string }> {
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const bot = (await rest.get(Routes.user())) as APIUser;
    return { applicationId: application.id, botId: bot.id };
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError) || cause.status !== 401) throw cause;
    const message = 'Discord refuses the bot token: check DISCORD_BOT_TOKEN (developer portal, "Bot", "Reset Token").';
    throw new ServerSetupError('bad-token', message, { cause });
  }
}

/**
 * Reads what there is of the configured server. Changes nothing.
 * @throws ServerSetupError when the bot is not in the server, or the configuration cannot be matched with it.
 */
export async function readServer(
  rest: REST,
  { applicationId, botId }: { applicationId: string; botId: string },
  config: ServerConfig,
  remembered: ReadonlyMap<string, ServerObject>,
): Promise<PresentServer> {
  const { guildId } = config;
  const guild = await readGuild(rest, applicationId, guildId);
  const member = (await rest.get(Routes.guildMember(guildId, botId))) as APIGuildMember;
  const all = (await rest.get(Routes.guildChannels(guildId))) as GuildChannel[];
  const category = locate({ ...config.category, types: [ChannelType.GuildCategory] }, all, remembered.get(categoryKey));
  const present: PresentServer = {
    name: guild.name,
    applicationId,
    bot: { botId, guildId, ownerId: guild.owner_id, roles: guild.roles, botRoleIds: member.roles },
    roles: guild.roles,
    category,
    channels: new Map(),
    explanations: new Map(),
  };
  const types = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
  for (const purpose of channelPurposes) {
    const channel = config.channels[purpose];
    if (!channel) continue;
    const located = locate(
      { ...channel, name: channel.name ?? purpose, types },
      all,
      remembered.get(channelKey(purpose)),
    );
    present.channels.set(purpose, located);
    if (located.kind === 'missing') continue;
    const rememberedId = remembered.get(explanationKey(purpose))?.discordId;
    const explained = { config, purpose, channelId: located.channel.id };
    const isIt = (message: APIMessage) => message.id === rememberedId || isExplanation(message, botId, explained);
    const message = await findExplanation(rest, located.channel.id, isIt);
    if (message) present.explanations.set(purpose, { message, remembered: message.id === rememberedId });
  }
  return present;
}

async function readGuild(rest: REST, applicationId: string, guildId: string): Promise<APIGuild> {
  try {
    return (await rest.get(Routes.guild(guildId))) as APIGuild;
  } catch (cause) {
    if (!isDiscordRefusal(cause, RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess)) throw cause;
    const message =
      `The bot is not in the server ${guildId}, or there is no such server: compare "guildId" with the server's id ` +
      `(right-click the server, "Copy Server ID"). If it is right, let the bot in:\n${inviteLink(applicationId, guildId)}`;
    throw new ServerSetupError('not-in-server', message, { cause });
  }
}

/** A channel that the bot may not read has nothing to find; the plan says which permission that takes. */
async function findExplanation(
  rest: REST,
  channelId: string,
  isIt: (message: APIMessage) => boolean,
): Promise<APIMessage | undefined> {
  try {
    const pins = (await rest.get(Routes.channelMessagesPins(channelId))) as RESTGetAPIChannelMessagesPinsResult;
    const pinned = pins.items.find(({ message }) => isIt(message))?.message;
    if (pinned) return { ...pinned, pinned: true };
    const query = new URLSearchParams({ limit: String(recentMessages) });
    const recent = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    return recent.find(isIt);
  } catch (error) {
    if (isDiscordRefusal(error, RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions))
      return undefined;
    throw error;
  }
}
