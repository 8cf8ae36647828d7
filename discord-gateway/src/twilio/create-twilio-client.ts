import twilio, { RequestClient, type Twilio } from 'twilio';
import { TwilioThrottled } from './twilio-failure';

/** Milliseconds after which the outcome of a request to Twilio counts as unknown. */
export const twilioTimeoutMs = 10_000;

type RequestOptions<Data> = Parameters<typeof RequestClient.prototype.request<Data>>[0];

/**
 * The official client, with a time-out and without its own retries: whether a request may be repeated is for the
 * caller to say. It hides the headers of an error, so a 429 is told apart here, with its Retry-After.
 */
class PatientRequestClient extends RequestClient {
  constructor(private readonly mayCall: () => Promise<void>) {
    super({ timeout: twilioTimeoutMs, keepAlive: true, maxSockets: 64 });
  }

  override async request<Data>(options: RequestOptions<Data>) {
    await this.mayCall();
    const response = await super.request<Data>(options);
    if (response.statusCode === 429) throw new TwilioThrottled(retryAfterMs(response.headers));
    return response;
  }
}

/**
 * A Twilio client for one account. No request is made.
 * @param mayCall awaited before each request: it resolves while this worker is the active one.
 */
export function createTwilioClient(
  account: { accountSid: string; authToken: string },
  mayCall: () => Promise<void>,
): Twilio {
  return twilio(account.accountSid, account.authToken, {
    httpClient: new PatientRequestClient(mayCall),
  });
}

function retryAfterMs(headers: unknown): number | undefined {
  const value = Number((headers as Record<string, unknown> | undefined)?.['retry-after']);
  return Number.isFinite(value) && value >= 0 ? value * 1_000 : undefined;
}
