import { z } from 'zod';
import { discordOrigin } from './discord-origin';
import { conversationSid } from './identifiers';

/**
 * Attributes of a task that came from a Discord DM. Studio's send-to-flex takes at most 1,024 characters of them.
 * `name` is the title of the task in Flex.
 */
export const discordTaskAttributes = z.object({
  channelType: z.literal('discord'),
  name: z.string().min(1).max(32),
  from: z.string().min(1).max(32),
  customerName: z.string().min(1).max(32),
  /** `discord:<user id>` */
  customerAddress: z.string(),
  conversationSid,
  case: z.object({ id: z.uuid(), number: z.number().int().positive() }),
  discord: discordOrigin.pick({
    guildId: true,
    guildName: true,
    userId: true,
    username: true,
    displayName: true,
    avatarUrl: true,
    locale: true,
  }),
});
export type DiscordTaskAttributes = z.infer<typeof discordTaskAttributes>;

/** The limit of the send-to-flex widget, in characters. */
export const maxTaskAttributesLength = 1_024;
