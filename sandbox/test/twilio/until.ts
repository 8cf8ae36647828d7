import { setTimeout as wait } from 'node:timers/promises';

/** Waits until `look` finds something. Jest's own time-out ends a test in which it never does. */
export async function until<Found>(look: () => Found | undefined | false): Promise<Found> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await wait(5);
  }
}
