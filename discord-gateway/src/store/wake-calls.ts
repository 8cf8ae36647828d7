import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, Queryable } from '@discord-channel/database';
import type { Logger } from 'pino';
import { dmChannelsWaiting } from './outbox';

const channel = 'relay_outbound';
const retryMs = 500;

/** Tells the active worker, in whatever process, that something waits for a DM. */
export async function callActiveWorker(db: Queryable, dmChannelId: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [channel, dmChannelId]);
}

export interface HearCallsOptions {
  pool: Pool;
  /** Something new waits for this DM. */
  onCall: (dmChannelId: string) => void;
  /** Something waits for this DM, known or not. */
  onWaiting: (dmChannelId: string) => void;
  logger: Logger;
  signal: AbortSignal;
  /** Milliseconds between two looks for what nobody called for. */
  lookEveryMs?: number;
}

/**
 * Hears the calls of workers that stand by, on a connection of its own, until the signal. Nobody hears a call while
 * that connection is broken or before it is open, and who stores a message may die before the call: so what waits is
 * looked for at once and then again and again. Never rejects.
 */
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

async function listen(
  client: PoolClient,
  { onCall, onWaiting, signal, lookEveryMs = 10_000 }: HearCallsOptions,
): Promise<void> {
  const broken = once(client, 'end', { signal });
  broken.catch(() => {}); // It may break while the statements below wait, which then fail, too.
  client.on('notification', ({ payload }) => {
    if (payload) onCall(payload);
  });
  await client.query(`listen ${channel}`);
  let isOpen = true;
  while (isOpen) {
    for (const dmChannelId of await dmChannelsWaiting(client)) onWaiting(dmChannelId);
    isOpen = await Promise.race([broken.then(() => false), sleep(lookEveryMs, true, { signal })]);
  }
}
