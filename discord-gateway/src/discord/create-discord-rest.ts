import { DefaultRestOptions, type RateLimitData, RateLimitError, REST, type RESTOptions } from '@discordjs/rest';
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
  }

  override async request(options: Parameters<REST['request']>[0]): Promise<unknown> {
    try {
      return await super.request(options);
    } catch (error) {
      if (!(error instanceof RateLimitError)) this.observer?.failed(String(discordFailure(error)?.code ?? 'unknown'));
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
  /**
   * What becomes of a message whose channel has used up its bucket: it waits in the client, or is rejected at once with
   * a `RateLimitError`, so that whoever sends it can do something else meanwhile.
   */
  whenChannelIsFull?: 'wait' | 'reject';
}

/** Messages are sent, edited and deleted under buckets of their channel; the global limit is everybody's, and waited for. */
const isOfChannel = ({ global, method, route }: RateLimitData) =>
  !global && method !== 'GET' && route.startsWith('/channels/:id/messages');

/**
 * The official REST client. It queues by Discord's buckets and, unless told otherwise, waits out a 429 by itself; after a time-out or a 5xx
 * it would send again by itself too and so could create a message twice, which is why its retries are off.
 */
export function createDiscordRest({
  apiUrl,
  botToken,
  requestsPerSecond = 50,
  mayCall,
  observer,
  whenChannelIsFull = 'wait',
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
    // Asked each time before the client waits, for a bucket that it knows to be used up and after a 429.
    rejectOnRateLimit: (wait) => {
      observer?.waits({ scope: wait.global ? 'global' : wait.scope, ms: wait.retryAfter });
      return whenChannelIsFull === 'reject' && isOfChannel(wait);
    },
  };
  return new SteadyRest(options, observer).setToken(botToken);
}
