import type { Pool } from '@discord-channel/database';
import { createBatch } from '../flow/create-batch';
import { finishSent, type SentMessage } from '../store/finish-sent';
import { firstUnfinished, type OutboxRow } from '../store/outbox';

/** The requests to the database that every message to a player makes, shared by DMs that are served side by side. */
export interface OutboundBatches {
  /** The first message of a DM that is not dealt with; undefined when there is none. */
  nextOf(dmChannelId: string): Promise<OutboxRow | undefined>;
  /** The player has the message. Answers whether more waits for the DM. */
  finish(sent: SentMessage): Promise<{ moreWaits: boolean }>;
}

/** Made once for a worker. */
export function createOutboundBatches(pool: Pool): OutboundBatches {
  return {
    nextOf: createBatch({ run: (dmChannelIds: readonly string[]) => firstUnfinished(pool, dmChannelIds) }),
    finish: createBatch({ run: (sent: readonly SentMessage[]) => finishSent(pool, sent) }),
  };
}
