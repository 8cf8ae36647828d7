import { backOff } from '../../src/flow/back-off';

const limits = { baseMs: 500, maxMs: 60_000 };

test.each([
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [8, 60_000],
  [1_000, 60_000],
])('after %i failures the wait is at most %i ms and at least half of that', (failures, longest) => {
  expect(backOff(failures, limits, () => 1)).toBe(longest);
  expect(backOff(failures, limits, () => 0)).toBe(longest / 2);
});
