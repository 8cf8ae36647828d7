import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

export type DiscordFailure =
  /** Discord said no, and repeating it as it is will not help. */
  | { kind: 'refused'; code: number }
  /** Nothing was sent or taken: the bucket of the channel is used up for so long. */
  | { kind: 'not-now'; code: 'rate-limit'; retryAfterMs: number }
  /** Nothing was done, or it is not known whether it was; a repetition with the same nonce is safe. */
  | { kind: 'again'; code: string };

/** Refusals that time may cure: opening DMs too fast, a write rate limit, "try again" in several words. */
const temporary = new Set<number>([
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.ChannelWriteRateLimit,
  RESTJSONErrorCodes.ServerWriteRateLimit,
  RESTJSONErrorCodes.CloudflareIsBlockingYourRequest,
]);

/** Milliseconds after a 429 that does not say for how long. */
const unsaidMs = 1_000;

/** What an error thrown by the Discord client says about the request; undefined when it is no such error. */
export function discordFailure(error: unknown): DiscordFailure | undefined {
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    // 401: the token was reset, an operator will set the new one.
    if (error.status === 401 || error.status === 429 || temporary.has(code)) return { kind: 'again', code: `${code}` };
    return { kind: 'refused', code };
  }
  if (error instanceof RateLimitError) {
    const neededMs = Math.ceil(Math.max(0, error.timeToReset, error.sublimitTimeout));
    return { kind: 'not-now', code: 'rate-limit', retryAfterMs: error.retryAfter > 0 ? neededMs : unsaidMs };
  }
  if (error instanceof HTTPError) return { kind: 'again', code: `http-${error.status}` };
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { kind: 'again', code: 'timeout' };
  // undici wraps what went wrong on the socket as the cause of "fetch failed".
  const { code } = (error.cause ?? error) as { code?: unknown };
  if (typeof code === 'string' && /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/.test(code)) return { kind: 'again', code };
  return undefined;
}

/** True when Discord refused a request with one of these codes. */
export function isDiscordRefusal(error: unknown, ...codes: readonly number[]): boolean {
  const failure = discordFailure(error);
  return failure?.kind === 'refused' && codes.includes(failure.code);
}
