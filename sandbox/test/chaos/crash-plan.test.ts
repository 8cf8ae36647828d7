import { CrashPlan } from '../../src/chaos/crash-plan';
import { crashPoints } from '../../src/chaos/crash-points';

const point = (name: string) => ({ name, isAt: () => false });
const [a, b, c] = [point('a'), point('b'), point('c')];
const names = (plan: CrashPlan) => plan.next().map(({ name }) => name);

test('a point that was reached waits until all the others were', () => {
  const plan = new CrashPlan([a, b, c]);
  expect(names(plan)).toEqual(['a', 'b', 'c']);
  plan.reached(b);
  expect(names(plan)).toEqual(['a', 'c']);
  expect(plan.progress).toEqual({ reached: 1, total: 3, missing: ['a', 'c'] });
  plan.reached(a);
  plan.reached(c);
  expect(names(plan)).toEqual(['a', 'b', 'c']);
  expect(plan.progress.missing).toEqual([]);
});

test('a run that looks for one thing knows no other points', () => {
  expect(names(new CrashPlan([a, b, c], ['b']))).toEqual(['b']);
  expect(names(new CrashPlan([a, b, c], []))).toEqual([]);
});

test('each point has a name of its own', () => {
  expect(new Set(crashPoints.map(({ name }) => name)).size).toBe(crashPoints.length);
});
