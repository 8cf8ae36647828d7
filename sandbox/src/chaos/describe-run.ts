import type { ChaosResult } from './run-chaos';
import type { BrokenRun } from './sum-up';

/** A run in one line, for whoever watches many of them. */
export function describeRun(run: ChaosResult | BrokenRun): string {
  if ('error' in run) return `seed ${run.seed}: broke off: ${run.error}`;
  const { seed, lost, duplicated, reordered, strayed, stale, crashPoints, failover } = run;
  const found = { lost, duplicated, reordered, strayed, stale };
  const isWhole = Object.values(found).every((count) => count === 0);
  return [
    `seed ${seed}: ${isWhole ? 'whole' : 'NOT WHOLE'}`,
    `${run.sentIn} in, ${run.sentOut} out, ${run.changed} changed`,
    ...Object.entries(found).map(([kind, count]) => `${count} ${kind}`),
    `${run.kills} kills at ${crashPoints.reached} of ${crashPoints.total} crash points`,
    `failover ${failover.p50Ms ?? '-'} ms at the median, ${failover.maxMs ?? '-'} at most`,
    `wrote for ${run.wroteSeconds} s, settled in ${Math.round(run.settledInMs / 1_000)} s`,
    ...run.shortcomings.map((one) => `NOT SHOWN: ${one}`),
  ].join(', ');
}
