import { enqueueJob, type Queryable } from '@discord-channel/database';

/** Has every desk told that the team defined something anew. Takes part in the transaction of the change. */
export async function publishSettings(transaction: Queryable): Promise<void> {
  const options = { key: 'publish:settings', queue: 'publish-case-changes' };
  await enqueueJob(transaction, 'publish-case-changes', {}, options);
}
