import { REST } from '@discordjs/rest';

/** Milliseconds after which the outcome of a request to Discord counts as unknown. */
const timeoutMs = 10_000;

/**
 * The official REST client. It queues by Discord's buckets and waits out a 429 by itself; after a time-out or a 5xx
 * it would send again by itself too and so could create a message twice, which is why its retries are off.
 */
export function createDiscordRest({ apiUrl, botToken }: { apiUrl: string; botToken: string }): REST {
  return new REST({ version: '10', api: apiUrl, retries: 0, timeout: timeoutMs }).setToken(botToken);
}
