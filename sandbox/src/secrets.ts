import { randomBytes } from 'node:crypto';
import { world } from './world';

export interface Secrets {
  twilioAuthToken: string;
  discordBotToken: string;
  /** Shown by whoever posts announcements. */
  announcementsSecret: string;
}

/** Secrets of one run. A bot token has the shape that Discord's has: the id in base64, then two random parts. */
export function createSecrets(): Secrets {
  const id = Buffer.from(world.discord.bot.id).toString('base64url');
  return {
    twilioAuthToken: randomBytes(16).toString('hex'),
    discordBotToken: `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(20).toString('base64url')}`,
    announcementsSecret: randomBytes(20).toString('base64url'),
  };
}
