export interface FailoverTimes {
  /** How often a worker that carried messages was killed or suspended and another process delivered next. */
  count: number;
  /** Milliseconds from the end of the one to the first delivery by the next. */
  p50Ms: number | null;
  maxMs: number | null;
}

/** Measures from outside how long nothing is delivered when the active worker dies or hangs. */
export class FailoverWatch {
  #active: string | undefined;
  #lost: { process: string; at: number } | undefined;
  #waiting: (() => void)[] = [];
  readonly #times: number[] = [];

  /** The process that delivers, as far as is known; undefined while none does. */
  get active(): string | undefined {
    return this.#lost ? undefined : this.#active;
  }

  /** A process has brought a message to Twilio or to Discord. */
  delivered(process: string): void {
    if (this.#lost && this.#lost.process !== process) {
      this.#times.push(performance.now() - this.#lost.at);
      this.#lost = undefined;
    }
    if (this.#lost) return;
    this.#active = process;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /**
   * A process was killed or suspended. Counts when it was the one that delivered, or took over from that one and has
   * not delivered yet: then only the last of them is measured.
   */
  lost(process: string, { isTakingOver = false } = {}): void {
    if (this.#active === process || (this.#lost && isTakingOver)) this.#lost = { process, at: performance.now() };
  }

  /** Resolves at the next delivery, at the latest after so many milliseconds. */
  nextDelivery(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  times(): FailoverTimes {
    const sorted = this.#times.toSorted((one, other) => one - other);
    const round = (ms: number | undefined) => (ms === undefined ? null : Math.round(ms));
    return { count: sorted.length, p50Ms: round(sorted[Math.floor(sorted.length / 2)]), maxMs: round(sorted.at(-1)) };
  }
}
