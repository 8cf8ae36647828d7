import type { Clock } from '../src/clock';

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  /** Lets this much time pass: what was due in between has happened afterwards, in order. */
  advance(ms: number): void;
}

export function createHandClock(start = new Date('2026-11-21T12:00:00Z')): HandClock {
  let now = start.getTime();
  const due = new Set<{ at: number; work: () => void }>();
  return {
    now: () => new Date(now),
    schedule(afterMs, work) {
      const entry = { at: now + afterMs, work };
      due.add(entry);
      return { cancel: () => void due.delete(entry) };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.delete(next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
    },
  };
}
