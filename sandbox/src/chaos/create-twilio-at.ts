import twilio, { RequestClient, type Twilio } from 'twilio';
import { world } from '../world';

/** The official client, sent to an emulator at this address. */
export function createTwilioAt({ address, twilioAuthToken }: { address: string; twilioAuthToken: string }): Twilio {
  class EmulatedRequestClient extends RequestClient {
    override request<Data>(options: Parameters<typeof RequestClient.prototype.request<Data>>[0]) {
      const { host, pathname, search } = new URL(options.uri);
      return super.request<Data>({ ...options, uri: `${address}/__twilio/${host}${pathname}${search}` });
    }
  }
  return twilio(world.twilio.accountSid, twilioAuthToken, { httpClient: new EmulatedRequestClient() });
}
