import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, Queryable } from '@discord-channel/database';
import type { Logger } from 'pino';

const channel = 'relay_outbound';
const retryMs = 500;

/** Tells the active worker, in whatever process, that something waits for a DM. */
export async function callActiveWorker(db: Queryable, dmChannelId: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [channel, dmChannelId]);
}

export interface HearCallsOptions {
  pool: Pool;
  /** Something waits for this DM. */
  onCall: (dmChannelId: string) => void;
  logger: Logger;
  signal: AbortSignal;
}

/** Hears the calls of workers that stand by, on a connection of its own, until the signal. Never rejects. */
export async function hearCalls(options: HearCallsOptions): Promise<void> {
  const { pool, logger, signal } = options;
  while (!signal.aborted) {
    const client = await pool.connect().catch(() => undefined);
    if (client) {
      await listen(client, options).catch((error: unknown) => {
        if (!signal.aborted) logger.warn({ err: error }, 'lost the connection on which other workers call');
      });
      client.release(true);
    }
    await sleep(retryMs, undefined, { signal }).catch(() => {});
  }
}

async function listen(client: PoolClient, { onCall, signal }: HearCallsOptions): Promise<void> {
  client.on('notification', ({ payload }) => {
    if (payload) onCall(payload);
  });
  await client.query(`listen ${channel}`);
  await once(client, 'end', { signal });
}
