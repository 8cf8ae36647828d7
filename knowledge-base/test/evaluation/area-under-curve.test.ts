import { areaUnderCurve } from '../../evaluation/area-under-curve';

const scored = (positives: number[], negatives: number[]) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
];

test.each([
  ['all positives above', scored([3, 4], [1, 2]), 1],
  ['all below', scored([1, 2], [3, 4]), 0],
  ['all level', scored([1, 1], [1, 1]), 0.5],
  ['one of four pairs wrong', scored([2, 4], [1, 3]), 0.75],
  ['nothing negative', scored([1], []), null],
])('%s', (_, examples, expected) => {
  expect(areaUnderCurve(examples)).toBe(expected);
});
