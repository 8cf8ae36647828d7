import { createBatch } from '../../src/flow/create-batch';

/** A request that ends when the test says so, and notes what it was asked. */
function startBatch(options: { maxItems?: number; concurrency?: number } = {}) {
  const requests: { items: readonly string[]; answer: (results: readonly string[]) => void; fail: () => void }[] = [];
  const ask = createBatch<string, string>({
    ...options,
    run: (items) =>
      new Promise((resolve, reject) => {
        requests.push({ items, answer: resolve, fail: () => reject(new Error('the database said no')) });
      }),
  });
  return { requests, ask };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('what is asked for alone goes at once, and alone', async () => {
  const { requests, ask } = startBatch();
  const asked = ask('one');
  await soon();
  expect(requests.map(({ items }) => items)).toEqual([['one']]);
  requests[0]?.answer(['first']);
  expect(await asked).toBe('first');
});

test('what is asked for while requests are under way shares the next one, each with its own answer', async () => {
  const { requests, ask } = startBatch({ concurrency: 1, maxItems: 2 });
  const first = ask('a');
  await soon();
  const later = ['b', 'c', 'd'].map(ask);
  requests[0]?.answer(['A']);
  await soon();
  expect(requests[1]?.items).toEqual(['b', 'c']);
  requests[1]?.answer(['B', 'C']);
  await soon();
  expect(requests[2]?.items).toEqual(['d']);
  requests[2]?.answer(['D']);
  expect(await Promise.all([first, ...later])).toEqual(['A', 'B', 'C', 'D']);
});

test('a request that waits for a lock holds up nobody else', async () => {
  const { requests, ask } = startBatch({ concurrency: 2 });
  void ask('locked');
  await soon();
  const other = ask('free');
  await soon();
  requests[1]?.answer(['there']);
  expect(await other).toBe('there');
});

test('when a request fails each of its items is tried alone, so that one bad item fails nobody else', async () => {
  const ask = createBatch<string, string>({
    run: async (items) => {
      if (items.includes('bad')) throw new Error('the database said no');
      return items.map((item) => item.toUpperCase());
    },
  });
  const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
    'A',
    'failed',
    'C',
  ]);
});
