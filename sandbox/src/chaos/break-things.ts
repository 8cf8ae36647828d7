import { setTimeout as wait } from 'node:timers/promises';
import { crashPoints } from './crash-points';
import type { Faults } from './faults';
import type { SeededRandom } from './seeded-random';
import type { ChaosWorld } from './start-chaos-world';

export interface BreakThingsOptions {
  chaos: ChaosWorld;
  faults: Faults;
  random: SeededRandom;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

const pauseMs = 300;
/** How long a crash point is waited for: what a run never does (open a new conversation, say) is not reached. */
const crashWithinMs = 2_500;
const suspendedMs = 6_000;

/**
 * Until the signal: kills the worker at one point after another, and in between cuts the gateway, ends its session,
 * suspends the active worker, answers 429 to everything, restarts the database. Never rejects.
 * @returns the names of the points at which a worker died.
 */
export async function breakThings({
  chaos,
  faults,
  random,
  signal,
  onProgress,
}: BreakThingsOptions): Promise<string[]> {
  const reached: string[] = [];
  const rest = (ms: number) => wait(ms, undefined, { signal }).catch(() => {});
  const gatewayFault = (kind: string) =>
    fetch(`${chaos.address}/_sandbox/discord/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    });
  const disturbances = [
    async () => {
      faults.counts.gatewayDisconnect += 1;
      await gatewayFault('disconnect');
    },
    async () => {
      faults.throttling = true;
      await rest(1_000);
      faults.throttling = false;
    },
    async () => {
      faults.counts.databaseRestart += 1;
      chaos.workers.cutDatabase();
    },
    async () => {
      faults.counts.sessionExpiry += 1;
      await gatewayFault('expire-session');
    },
    async () => {
      const active = await chaos.workers.active();
      if (!active) return;
      faults.counts.stopped += 1;
      onProgress(`${active.name} is suspended for ${suspendedMs / 1_000} s`);
      await active.suspend(suspendedMs);
    },
  ];
  for (let turn = 0; !signal.aborted; turn += 1) {
    const point = crashPoints[turn % crashPoints.length];
    if (point && (await chaos.workers.killAt(point, crashWithinMs))) {
      reached.push(point.name);
      onProgress(`killed ${point.name}`);
    }
    if (random.chance(0.25)) await disturbances[random.below(disturbances.length)]?.();
    await rest(pauseMs);
  }
  return reached;
}
