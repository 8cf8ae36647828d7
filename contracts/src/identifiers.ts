import { z } from 'zod';

/** A Discord id: an unsigned 64-bit integer as a decimal string. https://discord.com/developers/docs/reference#snowflakes */
export const snowflake = z.string().regex(/^\d{15,20}$/, 'must be a Discord id (15 to 20 digits)');

/** A Twilio string identifier: two letters and 32 hexadecimal digits. */
const sid = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be a Twilio SID that starts with ${prefix}`);

export const accountSid = sid('AC');
export const conversationSid = sid('CH');
export const messageSid = sid('IM');
export const participantSid = sid('MB');
export const taskSid = sid('WT');
export const workspaceSid = sid('WS');
export const workflowSid = sid('WW');
export const flowSid = sid('FW');
export const syncServiceSid = sid('IS');

const playerIdentityPrefix = 'discord_';

/**
 * The Conversations identity of a player. Twilio allows neither punctuation nor personal data in it, so it is
 * the bare Discord user id behind a prefix that tells players from Flex workers and from the bot.
 */
export function playerIdentity(discordUserId: string): string {
  return `${playerIdentityPrefix}${discordUserId}`;
}

/** True for the author of a message that a player wrote. */
export function isPlayerIdentity(author: string): boolean {
  return author.startsWith(playerIdentityPrefix) && /^\d{15,20}$/.test(author.slice(playerIdentityPrefix.length));
}

/**
 * True for an author who can be a person at a Flex desktop. Flex makes a worker's identity of letters, digits and, for
 * all else, `_` with the character's code ("kim_40example_2Ecom"); customers of other channels have addresses with `+`,
 * `@` or `:`, and `system` is who writes with Twilio's REST API and names no author.
 */
export function isAgentIdentity(author: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,255}$/u.test(author) && !isPlayerIdentity(author) && author !== 'system';
}

/** The author of everything that the virtual agent and the worker say in a conversation. Never a participant. */
export const virtualAgentAuthor = 'Virtual assistant';
