/** Whether an attempt for a row may have had an effect that is not on record. */
export type Attempt =
  | { kind: 'first' }
  /** An earlier attempt may have posted it: now, or within so many milliseconds, while its request may still be under way. */
  | { kind: 'again'; settlesInMs: number };

/** Which rows of the inbox may have been posted by an attempt whose end is not on record. */
export interface AttemptedRows {
  begin(position: number): Attempt;
  /** The attempt had an answer, so what it did can be seen at once. */
  answered(position: number): void;
  /** The end of the row is on record: it is not asked about again. */
  end(position: number): void;
}

export interface AttemptedRowsOptions {
  /** Positions of the rows that the worker before may have been at when this one became active. */
  formerRows: readonly number[];
  /** Milliseconds for which a request of the worker before may still be under way. */
  formerSettlesInMs: number;
  /** Milliseconds after which a request without an answer has had its effect, or never will. */
  requestTimeoutMs: number;
  monotonicNow?: () => number;
}

/**
 * The worker before may have been at one row of each lane; of the others this process knows itself. That spares a write
 * before each request, and a failed write after it changes nothing.
 */
export function createAttemptedRows(options: AttemptedRowsOptions): AttemptedRows {
  const { requestTimeoutMs, monotonicNow = () => performance.now() } = options;
  const formerSettledAt = monotonicNow() + options.formerSettlesInMs;
  const formerRows = new Set(options.formerRows);
  /** When the last attempt of a row is settled at the latest. */
  const settledAt = new Map<number, number>();
  return {
    begin(position) {
      const now = monotonicNow();
      const earlier = settledAt.get(position) ?? (formerRows.has(position) ? formerSettledAt : undefined);
      // While an earlier attempt is not settled this one looks only, and adds nothing that could still be under way.
      if (earlier === undefined || earlier <= now) settledAt.set(position, now + requestTimeoutMs);
      return earlier === undefined ? { kind: 'first' } : { kind: 'again', settlesInMs: Math.max(0, earlier - now) };
    },
    answered: (position) => void settledAt.set(position, monotonicNow()),
    end(position) {
      settledAt.delete(position);
      formerRows.delete(position);
    },
  };
}
