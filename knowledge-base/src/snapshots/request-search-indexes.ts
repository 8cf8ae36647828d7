import { enqueueJob, type Queryable } from '@discord-channel/database';

/** Has the worker bring an application's search indexes up to date. Wishes that wait are one. */
export function requestSearchIndexes(database: Queryable, applicationId: string): Promise<void> {
  return enqueueJob(database, 'build-search-indexes', { applicationId }, { key: `search-indexes:${applicationId}` });
}
