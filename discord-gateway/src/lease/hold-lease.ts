import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { leaseMs, releaseLease, renewLease } from '../store/leases';
import { LeaseLost } from './lease-lost';

export interface HoldLeaseOptions {
  /** A pool of the lease's own, so that no queue of queries delays a renewal. */
  pool: Pool;
  applicationId: string;
  epoch: number;
  logger: Logger;
  /** Told once, when another worker has taken over. */
  onLost: (error: LeaseLost) => void;
  /** Milliseconds of a clock that goes on while the process is stopped. */
  monotonicNow?: () => number;
}

export interface HeldLease {
  readonly epoch: number;
  /** True while no other worker can have taken over because of silence. */
  isHeld(): boolean;
  /** Resolves when the lease is held for certain: at once, or after the next renewal. Never, once it is lost. */
  whenHeld(): Promise<void>;
  /** Stops renewing; with `inOrder` the lease is given up, so that the next worker need not wait. */
  stop(end: { inOrder: boolean }): Promise<void>;
}

const renewEveryMs = 500;

/**
 * Renews the lease until it is stopped or lost. A process that was suspended wakes up with its lease run out, and a
 * database that does not answer lets it run out: either way `whenHeld` holds back whatever is to go out to Twilio
 * and Discord until a renewal proves that nobody has taken over.
 */
export function holdLease(options: HoldLeaseOptions): HeldLease {
  const { pool, applicationId, epoch, logger, onLost, monotonicNow = () => performance.now() } = options;
  const ending = new AbortController();
  let heldUntil = monotonicNow() + leaseMs;
  let waiting: (() => void)[] = [];
  const isHeld = () => monotonicNow() < heldUntil;

  async function renew(): Promise<void> {
    // The time of asking counts, not that of the answer: the database's clock started at the latest then.
    const askedAt = monotonicNow();
    if (!(await renewLease(pool, applicationId, epoch))) {
      heldUntil = Number.NEGATIVE_INFINITY;
      ending.abort();
      onLost(new LeaseLost(epoch));
      return;
    }
    heldUntil = askedAt + leaseMs;
    for (const goOn of waiting.splice(0)) goOn();
  }

  async function keepRenewing(): Promise<void> {
    while (!ending.signal.aborted) {
      await renew().catch((error: unknown) => logger.warn({ err: error }, 'could not renew the lease'));
      await sleep(renewEveryMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  }
  const renewing = keepRenewing();

  return {
    epoch,
    isHeld,
    whenHeld() {
      if (isHeld()) return Promise.resolve();
      return new Promise((resolve) => {
        waiting = [...waiting, resolve];
      });
    },
    async stop({ inOrder }) {
      ending.abort();
      await renewing;
      if (inOrder) await releaseLease(pool, applicationId, epoch);
    },
  };
}
