import { DefaultRestOptions, REST } from '@discordjs/rest';

/** Milliseconds after which the outcome of a request to Discord counts as unknown. */
const timeoutMs = 10_000;

/**
 * Keeps the token when Discord answers 401. The client would forget it, and every later request would fail without
 * being sent: one wrong answer of Discord would silence the worker for good. A token that is really gone is told by
 * the gateway, with close code 4004.
 */
class SteadyRest extends REST {
  override setToken(token: string): this {
    return token ? super.setToken(token) : this;
  }
}

/**
 * The official REST client. It queues by Discord's buckets and waits out a 429 by itself; after a time-out or a 5xx
 * it would send again by itself too and so could create a message twice, which is why its retries are off.
 * @param mayCall awaited before each request: it resolves while this worker is the active one.
 */
export function createDiscordRest(
  { apiUrl, botToken }: { apiUrl: string; botToken: string },
  mayCall: () => Promise<void> = async () => {},
): REST {
  return new SteadyRest({
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: timeoutMs,
    makeRequest: async (url, init) => {
      await mayCall();
      return DefaultRestOptions.makeRequest(url, init);
    },
  }).setToken(botToken);
}
