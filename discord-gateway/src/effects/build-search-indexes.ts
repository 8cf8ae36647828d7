import { buildSearchIndexes as buildSearchIndexesNow } from '@discord-channel/knowledge-base';
import type { Effect } from './effect';

/** Brings the search indexes up to what was published. A long build lets other jobs and messages go first. */
export const buildSearchIndexes: Effect<'build-search-indexes'> = async ({ pool, logger }, { applicationId }) => {
  const { built } = await buildSearchIndexesNow(pool, applicationId);
  if (built > 0) logger.info({ built }, 'built the search indexes of what was published');
};
