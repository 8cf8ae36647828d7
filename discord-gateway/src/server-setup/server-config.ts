import { operatingHours, snowflake } from '@discord-channel/contracts';
import { playerLanguages } from '@discord-channel/player-texts';
import { z } from 'zod';
import { channelPurposes } from './object-keys';

/** Discord makes the names of text channels such itself; another name would never be found again. */
const channelName = z
  .string()
  .regex(/^[^\sA-Z#@:`]{1,100}$/, 'must be 1 to 100 characters without blanks, capitals, "#", "@", ":" and "`"');

const channel = z.strictObject({
  /** Without it the channel is called what it is for. */
  name: channelName.optional(),
  /** A channel that exists and is to be used. */
  id: snowflake.optional(),
  /** Instead of the text in the server's language. */
  topic: z.string().trim().min(1).max(1_024).optional(),
  /** The pinned text, instead of the one in the server's language. */
  explanation: z.string().trim().min(1).max(4_096).optional(),
});

/** What `npm run setup:discord` makes of a Discord server: one JSON file. */
export const serverConfig = z.strictObject({
  guildId: snowflake,
  /** Language of the topics, the explanations and the button. */
  language: z.enum(playerLanguages).default('en'),
  /** When the agents are there; left out, always. */
  hours: operatingHours.optional(),
  /** Roles, by name or id, that may write in #announcements. */
  team: z.array(z.string().min(1).max(100)).max(20).default([]),
  /** The channels that are made stand in this category. */
  category: z.strictObject({ name: z.string().trim().min(1).max(100), id: snowflake.optional() }),
  channels: z
    .partialRecord(z.enum(channelPurposes), channel)
    .refine((channels) => Object.keys(channels).length > 0, 'must name at least one channel'),
});
export type ServerConfig = z.infer<typeof serverConfig>;
