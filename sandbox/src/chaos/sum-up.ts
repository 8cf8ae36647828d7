import type { ChaosResult } from './run-chaos';

export interface ChaosSum {
  sentIn: number;
  sentOut: number;
  lost: number;
  duplicated: number;
  reordered: number;
  strayed: number;
  stale: number;
  kills: number;
  faults: Record<string, number>;
  seeds: number;
  /** Nothing was lost, doubled, reordered, shown to somebody else or as it was before it was changed. */
  isWhole: boolean;
  runs: readonly Pick<ChaosResult, 'seed' | 'lost' | 'duplicated' | 'reordered' | 'strayed' | 'stale' | 'kills'>[];
}

/** Several runs as one. */
export function sumUp(runs: readonly ChaosResult[]): ChaosSum {
  const sum = (read: (run: ChaosResult) => number) => runs.reduce((total, run) => total + read(run), 0);
  const found = {
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    reordered: sum(({ reordered }) => reordered),
    strayed: sum(({ strayed }) => strayed),
    stale: sum(({ stale }) => stale),
  };
  const faults: Record<string, number> = {};
  for (const run of runs) {
    for (const [name, count] of Object.entries(run.faults)) faults[name] = (faults[name] ?? 0) + count;
  }
  return {
    sentIn: sum(({ sentIn }) => sentIn),
    sentOut: sum(({ sentOut }) => sentOut),
    ...found,
    kills: sum(({ kills }) => kills),
    faults,
    seeds: runs.length,
    isWhole: Object.values(found).every((count) => count === 0),
    runs: runs.map(({ seed, lost, duplicated, reordered, strayed, stale, kills }) => ({
      seed,
      lost,
      duplicated,
      reordered,
      strayed,
      stale,
      kills,
    })),
  };
}
