import { createBoundedLabels } from '../../src/metrics/bounded-labels';

test('a label keeps its first values, and the rest share one', () => {
  const label = createBoundedLabels(2);
  expect(['20404', 'http-500', '50353', '20404'].map(label)).toEqual(['20404', 'http-500', 'other', '20404']);
});

test('what is no code is never a label', () => {
  const label = createBoundedLabels(10);
  expect(['a sentence', 'a'.repeat(41), '', 'x"} 1\n'].map(label)).toEqual(Array(4).fill('other'));
});
