import { setTimeout as wait } from 'node:timers/promises';
import type { CrashPlan } from './crash-plan';
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

/** How long the rare crash points are waited for before any will do. */
const rareWithinMs = 1_500;
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

async function killWorkers({ chaos, plan, signal, isKillingOver, onProgress }: BreakThingsOptions): Promise<void> {
  while (!signal.aborted && !isKillingOver()) {
    await chaos.workers.failovers.nextDelivery(deliveryWithinMs);
    if (plan.next().length === 0 || signal.aborted) return;
    const rare = plan.rare();
    const point =
      (rare.length > 0 ? await chaos.workers.killAt(rare, rareWithinMs) : undefined) ??
      (await chaos.workers.killAt(plan.next(), crashWithinMs));
    if (point) {
      plan.reached(point);
      onProgress(`killed ${point.name}`);
    }
    await wait(pauseMs);
  }
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
