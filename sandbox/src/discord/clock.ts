/** Time as the emulator sees it: tests put their own in, so that three seconds or fifteen minutes pass at once. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs once after so many milliseconds; the returned function calls it off. */
  schedule(milliseconds: number, run: () => void): () => void;
}

/** The machine's own time. Timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
