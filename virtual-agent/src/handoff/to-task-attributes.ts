import { type DiscordTaskAttributes, maxTaskAttributesLength } from '@discord-channel/contracts';
import type { Conversation } from '../store/conversation';

/**
 * The attributes of the task that an agent gets. Studio refuses more than 1,024 characters: what an agent misses least
 * goes first, the avatar, the locale, then the name of the server.
 */
export function toTaskAttributes(
  { conversationSid, origin }: Pick<Conversation, 'conversationSid' | 'origin'>,
  openedCase: { id: string; number: number },
): DiscordTaskAttributes {
  const { guildId, guildName, userId, username, displayName, avatarUrl, locale } = origin;
  const attributes: DiscordTaskAttributes = {
    channelType: 'discord',
    name: displayName,
    from: displayName,
    customerName: displayName,
    customerAddress: `discord:${userId}`,
    conversationSid,
    case: { id: openedCase.id, number: openedCase.number },
    discord: { guildId, guildName, userId, username, displayName, avatarUrl, locale },
  };
  for (const dispensable of ['avatarUrl', 'locale', 'guildName'] as const) {
    if (JSON.stringify(attributes).length <= maxTaskAttributesLength) break;
    attributes.discord[dispensable] = null;
  }
  return attributes;
}
