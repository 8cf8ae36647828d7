import type { Clock } from '../../src/discord';

export interface TestClock extends Clock {
  /** Lets so many milliseconds pass at once and runs what was scheduled for them. */
  advance(milliseconds: number): void;
}

export function createTestClock(): TestClock {
  let now = Date.now();
  const scheduled = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    schedule(milliseconds, run) {
      const entry = { at: now + milliseconds, run };
      scheduled.add(entry);
      return () => scheduled.delete(entry);
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const entry of [...scheduled]) {
        if (entry.at > now) continue;
        scheduled.delete(entry);
        entry.run();
      }
    },
  };
}
