import { CrashPlan } from '../../src/chaos/crash-plan';
import { crashPoints, type Occasion } from '../../src/chaos/crash-points';

const point = (name: string, occasion: Occasion = 'message') => ({ name, occasion, isAt: () => false });
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

test('what comes with something rarer than a message is told apart, until it was reached', () => {
  const opening = point('opening', 'first contact');
  const editing = point('editing', 'change');
  const plan = new CrashPlan([a, opening, editing]);
  expect(plan.rare()).toEqual([opening, editing]);
  expect(plan.wants('first contact')).toBe(true);
  plan.reached(opening);
  expect(plan.rare()).toEqual([editing]);
  expect(plan.wants('first contact')).toBe(false);
  expect(plan.wants('change')).toBe(true);
});

test('each point has a name of its own', () => {
  expect(new Set(crashPoints.map(({ name }) => name)).size).toBe(crashPoints.length);
});
