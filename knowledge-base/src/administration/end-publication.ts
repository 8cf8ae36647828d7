import type { Queryable } from '@discord-channel/database';
import { requestSearchIndexes } from '../snapshots/request-search-indexes';

/** Lets searches know that something changed, and has the worker build the indexes. */
export async function endPublication(transaction: Queryable, applicationId: string): Promise<void> {
  await transaction.query('update knowledge_base.revisions set revision = revision + 1 where application_id = $1', [
    applicationId,
  ]);
  await requestSearchIndexes(transaction, applicationId);
}
