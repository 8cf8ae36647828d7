import { describeRun } from '../../src/chaos/describe-run';
import { sumUp } from '../../src/chaos/sum-up';
import { chaosResult } from './chaos-result';

const points = (...missing: string[]) => ({ reached: 3 - missing.length, total: 3, missing });

test('runs are added up, and each is told by itself', () => {
  const sum = sumUp([
    chaosResult({ seed: 3, lost: 1, kills: 20, failover: { count: 2, p50Ms: 1_000, maxMs: 1_500 } }),
    chaosResult({ seed: 4, reordered: 2, kills: 22, failover: { count: 3, p50Ms: 1_000, maxMs: 2_500 } }),
  ]);
  expect(sum).toMatchObject({ seeds: 2, sentIn: 4_200, lost: 1, reordered: 2, kills: 42, isWhole: false });
  expect(sum.faults).toMatchObject({ stopped: 4, databaseCut: 0 });
  expect(sum.failover).toEqual({ count: 5, maxMs: 2_500 });
  expect(sum.runs).toMatchObject([
    { seed: 3, lost: 1, reordered: 0 },
    { seed: 4, lost: 0, reordered: 2 },
  ]);
});

test('a crash point is missing when no run came to it', () => {
  const sum = sumUp([chaosResult({ crashPoints: points('a', 'b') }), chaosResult({ crashPoints: points('b') })]);
  expect(sum.crashPoints).toEqual({ reached: 2, total: 3, missing: ['b'] });
});

test('what a run has not shown is told with its seed, and makes nothing less whole', () => {
  const sum = sumUp([chaosResult({ seed: 7, shortcomings: ['no worker was made to hang'] })]);
  expect(sum.shortcomings).toEqual(['seed 7: no worker was made to hang']);
  expect(sum.isWhole).toBe(true);
});

test('a run that broke off is counted, and nothing is whole with it', () => {
  const sum = sumUp([chaosResult({ seed: 1 }), { seed: 2, error: 'Postgres does not start' }]);
  expect(sum).toMatchObject({ seeds: 2, sentIn: 2_100, isWhole: false });
  expect(sum.runs[1]).toEqual({ seed: 2, error: 'Postgres does not start' });
  expect(sumUp([{ seed: 2, error: 'Postgres does not start' }])).toMatchObject({
    isWhole: false,
    crashPoints: { reached: 0, total: 0, missing: [] },
    failover: { count: 0, maxMs: null },
  });
});

test('one line says how a run went', () => {
  expect(describeRun(chaosResult({ seed: 5 }))).toMatch(
    /^seed 5: whole, 2100 in, 2000 out, .* 24 kills at 26 of 26 crash points/,
  );
  const lossy = chaosResult({ lost: 2, shortcomings: ['no worker was made to hang'] });
  expect(describeRun(lossy)).toMatch(/NOT WHOLE.* 2 lost.*NOT SHOWN: no worker was made to hang$/);
  expect(describeRun({ seed: 6, error: 'Postgres does not start' })).toBe('seed 6: broke off: Postgres does not start');
});
