import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationPairs } from './conversation-pairs';
import type { Faults } from './faults';
import type { ChaosWorld } from './start-chaos-world';

export interface DisturbanceOptions {
  chaos: ChaosWorld;
  pairs: ConversationPairs;
  faults: Faults;
  signal: AbortSignal;
  /** No worker is to end any more when this says so: a long run then watches the memory of one process. */
  isKillingOver: () => boolean;
  onProgress: (line: string) => void;
}

export type DisturbanceName = 'disconnect' | 'reconnect' | 'expire' | 'throttle' | 'restart-database' | 'suspend';

const throttledMs = 1_000;
const suspendedMs = 6_000;
/** How long newcomers may take to be known before a session expires. */
const knownWithinMs = 20_000;
const newSessionWithinMs = 60_000;
/** How long a worker that delivers is waited for, to be suspended. */
const deliveryWithinMs = 15_000;

/** What happens to the surroundings of the workers, other than the death of one. */
export function createDisturbances(options: DisturbanceOptions): Record<DisturbanceName, () => Promise<void>> {
  const { chaos, pairs, faults, signal, isKillingOver, onProgress } = options;
  const { counts } = faults;
  const rest = (ms: number) => wait(ms, undefined, { signal }).catch(() => {});
  const gatewayFault = (kind: string) =>
    fetch(`${chaos.address}/_sandbox/discord/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    });
  return {
    async disconnect() {
      counts.gatewayDisconnect += 1;
      await gatewayFault('disconnect');
    },
    async reconnect() {
      counts.gatewayReconnect += 1;
      await gatewayFault('reconnect');
    },
    /**
     * Discord shows a bot no list of its DMs: what somebody writes whom it has never heard of, while it has no
     * session, it cannot find, nor what is edited or deleted meanwhile. So newcomers and whoever changes something wait
     * until there is a session again, and the relay has stored it: a worker that dies before begins another one.
     */
    async expire() {
      const resume = pairs.hold();
      const knownBy = performance.now() + knownWithinMs;
      let known = false;
      while (!signal.aborted && !known && performance.now() < knownBy) {
        await rest(200);
        known = await chaos.areStored({ players: pairs.playerIds(), changes: pairs.playersChanges });
      }
      if (known && !signal.aborted) {
        counts.sessionExpiry += 1;
        onProgress('the session expires');
        await gatewayFault('expire-session');
        const newBy = performance.now() + newSessionWithinMs;
        while (!signal.aborted && !(await chaos.isSessionStored()) && performance.now() < newBy) await rest(200);
      }
      resume();
    },
    async throttle() {
      counts.throttleBurst += 1;
      faults.throttling = true;
      await rest(throttledMs);
      faults.throttling = false;
    },
    /** A restart takes longer than a lease lives, and ends the process that holds it. */
    async 'restart-database'() {
      if (isKillingOver()) {
        counts.databaseCut += 1;
        return chaos.workers.cutDatabase();
      }
      counts.databaseRestart += 1;
      onProgress('Postgres is restarted');
      await chaos.restartDatabase();
    },
    async suspend() {
      // Its readiness would tell too, but on a busy machine not in time.
      const { failovers } = chaos.workers;
      if (failovers.active === undefined) await failovers.nextDelivery(deliveryWithinMs);
      const active = chaos.workers.delivering();
      if (!active || signal.aborted) return;
      counts.stopped += 1;
      onProgress(`${active.name} is suspended for ${suspendedMs / 1_000} s`);
      await active.suspend(suspendedMs);
    },
  };
}
