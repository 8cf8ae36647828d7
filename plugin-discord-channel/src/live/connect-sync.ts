import type { changedCasesDocument } from '@discord-channel/contracts';
import type * as Flex from '@twilio/flex-ui';
import { SyncClient } from 'twilio-sync';
import type { LiveDocument } from './case-feed';

/** The contract's name, written again because its zod must stay out of the bundle. */
const documentName: typeof changedCasesDocument = 'discord-channel-case-changes';

/**
 * Connects to Sync as the agent who is logged in: Flex's token is good for the account's Sync service. The client comes
 * back by itself after a lost connection; Flex hands on each token that it renews.
 */
export function connectSync(manager: Flex.Manager): () => Promise<LiveDocument> {
  const client = new SyncClient(manager.user.token);
  manager.events.addListener('tokenUpdated', () => void client.updateToken(manager.user.token));
  return () => client.document(documentName);
}
