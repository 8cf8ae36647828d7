import { setTimeout as wait } from 'node:timers/promises';
import type { CrashPlan } from './crash-plan';
import type { CrashPoint } from './crash-points';
import { createDisturbances, type DisturbanceName, type DisturbanceOptions } from './disturbances';
import type { SeededRandom } from './seeded-random';

export interface BreakThingsOptions extends DisturbanceOptions {
  random: SeededRandom;
  plan: CrashPlan;
  /** Milliseconds that the writing goes on: each disturbance comes at least once in it. */
  durationMs: number;
  /** Which of them there are. */
  disturbances: readonly DisturbanceName[];
}

/** How long the rare crash points are waited for after the first delivery of whoever took over, before any will do. */
const rareWithinMs = 2_500;
/** How long crash points are waited for before it is looked whether the run is over. */
const crashWithinMs = 1_000;
/** How long a kill waits for the delivery that shows that the next worker carries messages. */
const deliveryWithinMs = 6_000;
const pauseMs = 100;
const disturbanceEveryMs = { least: 1_500, most: 9_000 };

/** Until the signal: kills the worker at one point after another, and meanwhile disturbs what is around it. Never rejects. */
export async function breakThings(options: BreakThingsOptions): Promise<void> {
  await Promise.all([killWorkers(options), disturb(options)]);
}

async function killWorkers(options: BreakThingsOptions): Promise<void> {
  const { plan, signal, isKillingOver, onProgress } = options;
  while (!signal.aborted && !isKillingOver() && plan.next().length > 0) {
    const point = (await killAtRare(options)) ?? (await killAtAny(options));
    if (point) {
      plan.reached(point);
      onProgress(`killed ${point.name}`);
    }
    await wait(pauseMs);
  }
}

/** Whoever takes over opens at once what has waited to be opened: by its first delivery a rare point may be past. */
async function killAtRare({ chaos, pairs, plan }: BreakThingsOptions): Promise<CrashPoint | undefined> {
  const rare = plan.rare();
  if (rare.length === 0 || pairs.isHeld) return undefined;
  return chaos.workers.killAt(
    rare,
    chaos.workers.failovers.nextDelivery(deliveryWithinMs).then(() => wait(rareWithinMs)),
  );
}

async function killAtAny({ chaos, plan, signal }: BreakThingsOptions): Promise<CrashPoint | undefined> {
  await chaos.workers.failovers.nextDelivery(deliveryWithinMs);
  return signal.aborted ? undefined : chaos.workers.killAt(plan.next(), wait(crashWithinMs));
}

async function disturb(options: BreakThingsOptions): Promise<void> {
  const { random, signal, durationMs, disturbances: names, isKillingOver, onProgress } = options;
  const disturbances = createDisturbances(options);
  const latest = new Map<DisturbanceName, Promise<void>>();
  const everyMs = Math.min(
    disturbanceEveryMs.most,
    Math.max(disturbanceEveryMs.least, durationMs / (names.length + 2)),
  );
  while (!signal.aborted && names.length > 0) {
    for (const name of shuffle(names, random)) {
      await wait(everyMs / 2 + random.next() * everyMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) break;
      if (name === 'suspend' && isKillingOver()) continue;
      // Different ones overlap; a database is not restarted while it restarts.
      await latest.get(name);
      const disturbance = disturbances[name]();
      latest.set(
        name,
        disturbance.catch((error: unknown) => onProgress(`${name} failed: ${error}`)),
      );
    }
  }
  await Promise.all(latest.values());
}

function shuffle<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
