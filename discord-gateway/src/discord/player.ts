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

/** Without the marks that turn the direction of what follows: a name would turn the agent's line around. */
function withoutTurns(name: string): string {
  return name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();
}

/** Reads Discord's user object. A player without a display name goes by the user name. */
export function toPlayer(user: APIUser, cdn: CDN, locale: string | null): Player {
  return {
    userId: user.id,
    username: cleanText(user.username),
    displayName: withoutTurns(cleanText(user.global_name ?? '')) || cleanText(user.username),
    avatarUrl: user.avatar ? cdn.avatar(user.id, user.avatar) : null,
    locale,
  };
}
