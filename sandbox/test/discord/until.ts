import { setTimeout } from 'node:timers/promises';

/** Looks again until there is something; fails naming what was awaited. */
export async function until<Value>(
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
  what: string,
  withinMs = 10_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await setTimeout(10);
  }
}
