import { judgeFlatness } from '../../src/chaos/judge-flatness';

const limits = { leastMs: 300_000, share: 0.1, more: 10 };
const everySecond = (seconds: number, value: (second: number) => number) =>
  Array.from({ length: seconds + 1 }, (_, second) => ({ at: 5_000 + second * 1_000, value: value(second) }));

test('what grows only while it starts, and has a peak now and then, is flat', () => {
  const looks = everySecond(600, (second) => (second % 50 === 0 ? 400 : Math.min(150, 80 + second)));
  expect(judgeFlatness(looks, limits)).toEqual({ secondQuarter: 150, lastQuarter: 150, max: 400, isFlat: true });
});

test('what goes on growing is not flat', () => {
  const { secondQuarter, lastQuarter, isFlat } = judgeFlatness(
    everySecond(600, (second) => 100 + second / 5),
    limits,
  );
  expect({ secondQuarter, lastQuarter, isFlat }).toEqual({ secondQuarter: 145, lastQuarter: 205, isFlat: false });
});

test('the limits are a share and a number on top of it', () => {
  const step = (to: number) =>
    judgeFlatness(
      everySecond(600, (second) => (second < 400 ? 100 : to)),
      limits,
    ).isFlat;
  expect(step(120)).toBe(true);
  expect(step(121)).toBe(false);
});

test('a short time tells nothing', () => {
  expect(
    judgeFlatness(
      everySecond(299, () => 100),
      limits,
    ).isFlat,
  ).toBeNull();
  expect(judgeFlatness([], limits)).toEqual({ secondQuarter: null, lastQuarter: null, max: null, isFlat: null });
});
