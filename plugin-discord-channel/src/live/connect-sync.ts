import type { changedCasesDocument } from '@discord-channel/contracts';
import type * as Flex from '@twilio/flex-ui';
import type { LiveDocument } from './case-feed';

/** The contract's name, written again because its zod must stay out of the bundle. */
const documentName: typeof changedCasesDocument = 'discord-channel-case-changes';

interface SyncClient {
  document(name: string): Promise<LiveDocument>;
  updateToken(token: string): Promise<unknown>;
}
type SyncClientClass = new (token: string) => SyncClient;

/** What is needed of Flex's manager. */
export interface SyncManager {
  insightsClient: object;
  user: Pick<Flex.Manager['user'], 'token'>;
  events: { addListener(event: 'tokenUpdated', listener: () => void): unknown };
}

/**
 * Connects to Sync as the agent who is logged in: Flex's token is good for the account's Sync service. The client comes
 * back by itself after a lost connection; Flex hands on each token that it renews.
 *
 * Flex's own client sees another service, so this makes one more of its class, which Flex has loaded already
 * (docs/decisions/0024).
 * @returns what opens the document; it rejects as long as Flex has no client
 */
export function connectSync(manager: SyncManager): () => Promise<LiveDocument> {
  let client: SyncClient | undefined;
  manager.events.addListener('tokenUpdated', () => void client?.updateToken(manager.user.token));
  return async () => {
    if (!client) {
      const Client = manager.insightsClient.constructor as SyncClientClass;
      client = new Client(manager.user.token);
    }
    return client.document(documentName);
  };
}
