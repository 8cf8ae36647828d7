import type { ChaosResult } from './run-chaos';

/** A run that broke off before it had a result. */
export interface BrokenRun {
  seed: number;
  error: string;
}

type FoundOfRun = Pick<ChaosResult, 'seed' | 'lost' | 'duplicated' | 'reordered' | 'strayed' | 'stale' | 'kills'>;

export interface ChaosSum extends Omit<FoundOfRun, 'seed'>, Pick<ChaosResult, 'sentIn' | 'sentOut' | 'changed'> {
  faults: Record<string, number>;
  /** `missing`: no worker died there in any of the runs. */
  crashPoints: ChaosResult['crashPoints'];
  failover: Omit<ChaosResult['failover'], 'p50Ms'>;
  seeds: number;
  /** Nothing was lost, doubled, reordered, shown to somebody else or as it was before it was changed, and no run broke off. */
  isWhole: boolean;
  /** What the runs were to show and have not, a sentence each, with the seed. */
  shortcomings: string[];
  runs: (FoundOfRun | BrokenRun)[];
}

/** Several runs as one. */
export function sumUp(runs: readonly (ChaosResult | BrokenRun)[]): ChaosSum {
  const done = runs.flatMap((run) => ('error' in run ? [] : [run]));
  const sum = (read: (run: ChaosResult) => number) => done.reduce((total, run) => total + read(run), 0);
  const found = {
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    reordered: sum(({ reordered }) => reordered),
    strayed: sum(({ strayed }) => strayed),
    stale: sum(({ stale }) => stale),
  };
  const faults: Record<string, number> = {};
  for (const run of done) {
    for (const [name, count] of Object.entries(run.faults)) faults[name] = (faults[name] ?? 0) + count;
  }
  const total = Math.max(0, ...done.map(({ crashPoints }) => crashPoints.total));
  const missing = (done[0]?.crashPoints.missing ?? []).filter((name) =>
    done.every(({ crashPoints }) => crashPoints.missing.includes(name)),
  );
  const longest = Math.max(...done.map(({ failover }) => failover.maxMs ?? Number.NEGATIVE_INFINITY));
  return {
    sentIn: sum(({ sentIn }) => sentIn),
    sentOut: sum(({ sentOut }) => sentOut),
    changed: sum(({ changed }) => changed),
    ...found,
    kills: sum(({ kills }) => kills),
    faults,
    crashPoints: { reached: total - missing.length, total, missing },
    failover: { count: sum(({ failover }) => failover.count), maxMs: Number.isFinite(longest) ? longest : null },
    seeds: runs.length,
    isWhole: done.length === runs.length && Object.values(found).every((count) => count === 0),
    shortcomings: done.flatMap(({ seed, shortcomings }) => shortcomings.map((one) => `seed ${seed}: ${one}`)),
    runs: runs.map((run) => {
      if ('error' in run) return run;
      const { seed, lost, duplicated, reordered, strayed, stale, kills } = run;
      return { seed, lost, duplicated, reordered, strayed, stale, kills };
    }),
  };
}
