import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock';

export interface Bucket {
  name: string;
  limit: number;
  windowMs: number;
}

interface Window {
  used: number;
  /** Milliseconds since the epoch. */
  resetAt: number;
}

/** Requests per second of a bot over all routes. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const globalLimit = 50;
/** Answers 401, 403 and 429 in ten minutes that ban an address. https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const invalidLimit = { requests: 10_000, windowMs: 10 * 60_000 };
const invalidStatuses: readonly number[] = [401, 403, 429];
/** From this many windows on, old ones are thrown away before a new one is made. */
const sweepAt = 10_000;

/**
 * Discord's rate limits: a global one and one per route and channel, told in headers, enforced with 429.
 * Can be switched off, so that a benchmark measures the product and not the limit.
 */
export class RateLimits {
  enabled = true;
  /** In place of what each bucket of a channel allows by itself. */
  ofChannels: Omit<Bucket, 'name'> | undefined;
  readonly #windows = new Map<string, Window>();

  constructor(readonly clock: Clock) {}

  reset(): void {
    this.enabled = true;
    this.ofChannels = undefined;
    this.#windows.clear();
  }

  /** Counts an answer against the limit of invalid requests. */
  countAnswer(status: number): void {
    if (invalidStatuses.includes(status)) this.#window('invalid', invalidLimit.windowMs).used += 1;
  }

  /** What a banned address gets, for any route: a page of the firewall, not JSON. True when it is banned. */
  refuseBanned(reply: FastifyReply): boolean {
    if (!this.enabled) return false;
    const window = this.#window('invalid', invalidLimit.windowMs);
    if (window.used < invalidLimit.requests) return false;
    void reply
      .code(429)
      .header('retry-after', String(Math.ceil(this.#secondsLeft(window))))
      .type('text/html')
      .send('<title>Access denied</title>');
    return true;
  }

  /** Counts the request against the bot's global limit; answers 429 when it is used up. */
  takeGlobal(reply: FastifyReply): boolean {
    if (!this.enabled) return true;
    const window = this.#window('global', 1_000);
    if (++window.used <= globalLimit) return true;
    reply.header('x-ratelimit-global', 'true').header('x-ratelimit-scope', 'global');
    this.#refuse(reply, window, true);
    return false;
  }

  /** A hook for a route that is limited per channel (the major parameter `channelId`). */
  perChannel(usual: Bucket) {
    return async (request: FastifyRequest<{ Params: { channelId: string } }>, reply: FastifyReply) => {
      if (!this.enabled) return undefined;
      const bucket = { ...usual, ...this.ofChannels };
      const window = this.#window(`${bucket.name}:${request.params.channelId}`, bucket.windowMs);
      window.used += 1;
      reply.headers({
        'x-ratelimit-bucket': bucket.name,
        'x-ratelimit-limit': String(bucket.limit),
        'x-ratelimit-remaining': String(Math.max(0, bucket.limit - window.used)),
        'x-ratelimit-reset': String(window.resetAt / 1_000),
        'x-ratelimit-reset-after': String(this.#secondsLeft(window)),
      });
      if (window.used <= bucket.limit) return undefined;
      reply.header('x-ratelimit-scope', 'user');
      return this.#refuse(reply, window, false);
    };
  }

  #refuse(reply: FastifyReply, window: Window, global: boolean): FastifyReply {
    const retryAfter = this.#secondsLeft(window);
    return reply
      .code(429)
      .header('retry-after', String(Math.ceil(retryAfter)))
      .send({ message: 'You are being rate limited.', retry_after: retryAfter, global });
  }

  #secondsLeft(window: Window): number {
    return Math.max(0, window.resetAt - this.clock.now().getTime()) / 1_000;
  }

  /** The running window under this key, or a fresh one: windows start with the first request in them. */
  #window(key: string, windowMs: number): Window {
    const now = this.clock.now().getTime();
    const running = this.#windows.get(key);
    if (running && running.resetAt > now) return running;
    if (this.#windows.size >= sweepAt) {
      for (const [old, { resetAt }] of this.#windows) if (resetAt <= now) this.#windows.delete(old);
    }
    const fresh = { used: 0, resetAt: now + windowMs };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
