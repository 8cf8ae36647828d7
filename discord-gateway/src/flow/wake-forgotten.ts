import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Lanes } from './lanes';

export interface WakeForgottenOptions {
  queues: readonly {
    /** The lanes in which something waits, as the database knows. */
    waiting: () => Promise<readonly string[]>;
    lanes: Pick<Lanes, 'wakeIdle'>;
  }[];
  /** Milliseconds between two looks. */
  everyMs?: number;
  logger: Logger;
  signal: AbortSignal;
}

/** Milliseconds until it is looked again when the database did not answer. */
const retryMs = 500;

/**
 * Wakes the lanes in which something waits: at once, which is how a worker begins, and then again and again until the
 * signal. For a wake can be lost where what waits is not: whoever stored it died before the wake, heard nothing of its
 * commit, or called a worker that was not listening at that moment. Never rejects.
 */
export async function wakeForgotten({ queues, everyMs = 10_000, logger, signal }: WakeForgottenOptions): Promise<void> {
  while (!signal.aborted) {
    const delayMs = await wakeAll(queues).then(
      () => everyMs,
      (error: unknown) => {
        logger.warn({ err: error }, 'could not look for what waits');
        return retryMs;
      },
    );
    await sleep(delayMs, undefined, { signal }).catch(() => {});
  }
}

async function wakeAll(queues: WakeForgottenOptions['queues']): Promise<void> {
  for (const { waiting, lanes } of queues) for (const lane of await waiting()) lanes.wakeIdle(lane);
}
