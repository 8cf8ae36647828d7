import { z } from 'zod';
import { snowflake } from './identifiers';

/** Discord's limits for an embed. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const titleLength = 256;
const bodyLength = 4_096;
const urlLength = 2_048;

const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address (https://...)' }).max(urlLength);

/** Official news as the company's own systems hand it to the worker: `POST /announcements`. */
export const announcementRequest = z.strictObject({
  /** Names the announcement: the same id is the same announcement, however often it is sent. */
  id: z.string().regex(/^[\w.:-]{1,100}$/, 'must be 1 to 100 letters, digits, "_", ".", ":" or "-"'),
  title: z.string().trim().min(1).max(titleLength),
  /** Discord's markdown. */
  body: z.string().trim().min(1).max(bodyLength),
  /** Where the title leads to. */
  url: webAddress.optional(),
  image: webAddress.optional(),
  /** Who is pinged. */
  mention: z.enum(['none', 'here', 'everyone']).default('none'),
  /** The Discord server; needed only where the bot has set up several. */
  guildId: snowflake.optional(),
});
export type AnnouncementRequest = z.infer<typeof announcementRequest>;

/** What an announcement shows. */
export type AnnouncementContent = Omit<AnnouncementRequest, 'id' | 'guildId'>;

/** Where an announcement stands: `GET /announcements/{id}`. */
export interface AnnouncementView {
  id: string;
  guildId: string;
  /** `waiting`: will be posted; `sent`: players see it; `failed`: Discord refuses it as it is. */
  state: 'waiting' | 'sent' | 'failed';
  /** The message, once there is one. */
  messageUrl: string | null;
  /** Why it waits or failed, in words for an operator. */
  problem: string | null;
}
