import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from '@discordjs/rest';
import type { RemoteObserver } from '../metrics/remote-observer';
import { discordFailure } from './discord-failure';

/** Milliseconds after which the outcome of a request to Discord counts as unknown. */
const timeoutMs = 10_000;
/** The same for a request with a file: 10 MiB at 1.4 Mbit/s. */
const uploadTimeoutMs = 60_000;

/**
 * Keeps the token when Discord answers 401. The client would forget it, and every later request would fail without
 * being sent: one wrong answer of Discord would silence the worker for good. A token that is really gone is told by
 * the gateway, with close code 4004.
 */
class SteadyRest extends REST {
  constructor(
    options: Partial<RESTOptions>,
    private readonly observer: RemoteObserver | undefined,
  ) {
    super(options);
    this.on(RESTEvents.RateLimited, ({ scope, retryAfter }) => observer?.waits({ scope, ms: retryAfter }));
  }

  override async request(options: Parameters<REST['request']>[0]): Promise<unknown> {
    try {
      return await super.request(options);
    } catch (error) {
      this.observer?.failed(String(discordFailure(error)?.code ?? 'unknown'));
      throw error;
    }
  }

  override setToken(token: string): this {
    return token ? super.setToken(token) : this;
  }
}

export interface DiscordRestOptions {
  /** Without the version. */
  apiUrl: string;
  botToken: string;
  /** Requests a second over all routes, at which the client holds back by itself; Discord allows 50 unless it has raised them. */
  requestsPerSecond?: number;
  /** Awaited before each request: it resolves while this worker is the active one. */
  mayCall?: () => Promise<void>;
  /** Told of failures, and of requests that wait for a bucket. */
  observer?: RemoteObserver;
}

/**
 * The official REST client. It queues by Discord's buckets and waits out a 429 by itself; after a time-out or a 5xx
 * it would send again by itself too and so could create a message twice, which is why its retries are off.
 */
export function createDiscordRest({
  apiUrl,
  botToken,
  requestsPerSecond = 50,
  mayCall,
  observer,
}: DiscordRestOptions): REST {
  const options: Partial<RESTOptions> = {
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: timeoutMs,
    makeRequest: async (url, init) => {
      await mayCall?.();
      // The client's own time-out is meant for text; a repeated file finds its nonce like a repeated text.
      const isUpload = init.body instanceof FormData;
      return DefaultRestOptions.makeRequest(
        url,
        isUpload ? { ...init, signal: AbortSignal.timeout(uploadTimeoutMs) } : init,
      );
    },
    globalRequestsPerSecond: requestsPerSecond,
  };
  return new SteadyRest(options, observer).setToken(botToken);
}
