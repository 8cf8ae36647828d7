import twilio, { RequestClient, type Twilio } from 'twilio';
import { world } from '../world';

/** The emulator is as slow as the machine, and a message whose fate nobody knows could not be compared. */
const timeoutMs = 180_000;

/** The official client, sent to an emulator at this address. */
export function createTwilioAt({ address, twilioAuthToken }: { address: string; twilioAuthToken: string }): Twilio {
  class EmulatedRequestClient extends RequestClient {
    override request<Data>(options: Parameters<typeof RequestClient.prototype.request<Data>>[0]) {
      const { host, pathname, search } = new URL(options.uri);
      return super.request<Data>({ ...options, uri: `${address}/__twilio/${host}${pathname}${search}` });
    }
  }
  return twilio(world.twilio.accountSid, twilioAuthToken, {
    httpClient: new EmulatedRequestClient({ timeout: timeoutMs }),
  });
}
