import type { CDN } from '@discordjs/rest';
import type { APIUser } from 'discord-api-types/v10';
import { z } from 'zod';
import { cleanText } from '../inbound/clean-text';

/** A player, as Discord told us with an event. */
export const player = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  /** Null when the event does not tell. */
  locale: z.string().nullable(),
});
export type Player = z.infer<typeof player>;

/** Reads Discord's user object. A player without a display name goes by the user name. */
export function toPlayer(user: APIUser, cdn: CDN, locale: string | null): Player {
  return {
    userId: user.id,
    username: cleanText(user.username),
    displayName: cleanText(user.global_name || user.username),
    avatarUrl: user.avatar ? cdn.avatar(user.id, user.avatar) : null,
    locale,
  };
}
