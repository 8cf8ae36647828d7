import type { Pool } from '@discord-channel/database';
import { createBatch } from '../flow/create-batch';
import { type InboxWork, readInboxWork } from '../store/inbox-work';
import type { NewlyPublished } from '../store/record-published';
import { recordMessages } from './record-messages';

/** The requests to the database that every message of every lane makes, shared by lanes that run side by side. */
export interface InboxBatches {
  /** The next thing of a lane; undefined when there is none. */
  nextOf(lane: string): Promise<InboxWork | undefined>;
  /** A message is in its conversation. Answers whether more waits in its lane. */
  record(published: NewlyPublished): Promise<{ moreWaits: boolean }>;
}

/** Made once for a worker. */
export function createInboxBatches(pool: Pool): InboxBatches {
  return {
    nextOf: createBatch({ run: (lanes: readonly string[]) => readInboxWork(pool, lanes) }),
    record: createBatch({ run: (published: readonly NewlyPublished[]) => recordMessages(pool, published) }),
  };
}
