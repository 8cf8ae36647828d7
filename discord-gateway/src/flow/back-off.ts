export interface BackOffLimits {
  /** Milliseconds before the second attempt. */
  baseMs: number;
  /** Never longer than this, in milliseconds. */
  maxMs: number;
}

/**
 * How long to wait after the `failures`-th failure in a row (1 for the first), in milliseconds: doubling, with
 * jitter between half and the whole, so that many waiters do not come back at the same instant.
 */
export function backOff(
  failures: number,
  { baseMs, maxMs }: BackOffLimits,
  random: () => number = Math.random,
): number {
  const whole = Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * random());
}
