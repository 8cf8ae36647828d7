import twilio, { RequestClient, type Twilio } from 'twilio';
import type { RemoteObserver } from '../metrics/remote-observer';
import { TwilioThrottled, twilioFailure } from './twilio-failure';

/** Milliseconds after which the outcome of a request to Twilio counts as unknown. */
export const twilioTimeoutMs = 10_000;

/** To Twilio at once, at most; kept between requests. */
const connections = 64;

type RequestOptions<Data> = Parameters<typeof RequestClient.prototype.request<Data>>[0];

/**
 * The official client, with a time-out and without its own retries: whether a request may be repeated is for the
 * caller to say. It hides the headers of an error, so a 429 is told apart here, with its Retry-After.
 */
class PatientRequestClient extends RequestClient {
  constructor(
    private readonly mayCall: () => Promise<void>,
    private readonly observer: RemoteObserver | undefined,
  ) {
    // By default it keeps 5 connections only and closes the rest after each burst, to make them again in the next one.
    super({ timeout: twilioTimeoutMs, keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  override async request<Data>(options: RequestOptions<Data>) {
    await this.mayCall();
    const response = await this.answerTo<Data>(options);
    if (response.statusCode >= 400) this.observer?.failed(codeOf(response));
    if (response.statusCode !== 429) return response;
    const throttled = new TwilioThrottled(retryAfterMs(response.headers));
    this.observer?.waits({ scope: 'account', ms: throttled.retryAfterMs ?? 0 });
    throw throttled;
  }

  private async answerTo<Data>(options: RequestOptions<Data>) {
    try {
      return await super.request<Data>(options);
    } catch (error) {
      this.observer?.failed(String(twilioFailure(error)?.code ?? 'unknown'));
      throw error;
    }
  }
}

export interface TwilioClientOptions {
  accountSid: string;
  authToken: string;
  /** Awaited before each request: it resolves while this worker is the active one. */
  mayCall: () => Promise<void>;
  /** Told of failures and of 429s. Refusals that the relay expects ("exists already") count too. */
  observer?: RemoteObserver;
}

/** A Twilio client for one account. No request is made. */
export function createTwilioClient({ accountSid, authToken, mayCall, observer }: TwilioClientOptions): Twilio {
  return twilio(accountSid, authToken, { httpClient: new PatientRequestClient(mayCall, observer) });
}

/** Twilio's own code where the body has one, else the status. */
function codeOf({ statusCode, body }: { statusCode: number; body: unknown }): string {
  const { code } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown };
  return typeof code === 'number' ? `${code}` : `http-${statusCode}`;
}

function retryAfterMs(headers: unknown): number | undefined {
  const value = Number((headers as Record<string, unknown> | undefined)?.['retry-after']);
  return Number.isFinite(value) && value >= 0 ? value * 1_000 : undefined;
}
