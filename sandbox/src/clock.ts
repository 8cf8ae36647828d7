/** Something that will happen unless it is cancelled. */
export interface Scheduled {
  cancel(): void;
}

/** Time, as the emulated services see it. */
export interface Clock {
  now(): Date;
  /** Runs `work` once after the given milliseconds. Never keeps the process alive by itself. */
  schedule(afterMs: number, work: () => void): Scheduled;
}

/** Node allows no longer timer: what lies further ahead waits in several steps. */
const longestTimerMs = 2 ** 31 - 1;

/** The clock on the wall. */
export const systemClock: Clock = {
  now: () => new Date(),
  schedule(afterMs, work) {
    let timer: NodeJS.Timeout;
    const wait = (remainingMs: number) => {
      const stepMs = Math.min(remainingMs, longestTimerMs);
      timer = setTimeout(() => (remainingMs > stepMs ? wait(remainingMs - stepMs) : work()), stepMs);
      timer.unref();
    };
    wait(afterMs);
    return { cancel: () => clearTimeout(timer) };
  },
};
