import { EventEmitter, once } from 'node:events';
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
  /** The worker stops: nobody goes on waiting for the lease. */
  signal: AbortSignal;
  /** Told once, when another worker has taken over. */
  onLost: (error: LeaseLost) => void;
  /** Milliseconds of a clock that goes on while the process is stopped. */
  monotonicNow?: () => number;
}

export interface HeldLease {
  readonly epoch: number;
  /** True while no other worker can have taken over because of silence. */
  isHeld(): boolean;
  /**
   * Resolves when the lease is held for certain: at once, or after the next renewal. Never, once it is lost.
   * @throws AbortError when the worker stops meanwhile.
   */
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
  const { pool, applicationId, epoch, logger, signal, onLost, monotonicNow = () => performance.now() } = options;
  const ending = new AbortController();
  let heldUntil = monotonicNow() + leaseMs;
  const renewals = new EventEmitter();
  renewals.setMaxListeners(0);
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
    renewals.emit('renewed');
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
    async whenHeld() {
      if (!isHeld()) await once(renewals, 'renewed', { signal });
    },
    async stop({ inOrder }) {
      ending.abort();
      await renewing;
      if (inOrder) await releaseLease(pool, applicationId, epoch);
    },
  };
}
