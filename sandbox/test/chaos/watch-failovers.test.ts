import { FailoverWatch } from '../../src/chaos/watch-failovers';

let now = 0;
beforeEach(() => {
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

test('a failover lasts from the end of the one that delivered to the first delivery of the next', () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('a 1');
  now += 50;
  // What it had sent before it was killed is no sign of life.
  watch.delivered('a 1');
  watch.delivered('b 1');
  expect(watch.times()).toEqual({ count: 1, p50Ms: 50, maxMs: 50 });
});

test('when the next dies before it has delivered, what is measured begins with its end', () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('a 1');
  now += 200;
  watch.lost('b 1', { isTakingOver: true });
  // What it had sent before is no sign of life either.
  watch.delivered('b 1');
  now += 30;
  watch.delivered('a 2');
  expect(watch.times()).toMatchObject({ count: 1, maxMs: 30 });
});

test('the end of a stand-by is no failover', () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('b 1');
  watch.delivered('a 1');
  expect(watch.times()).toEqual({ count: 0, p50Ms: null, maxMs: null });
});

test('whoever waits for the next delivery is told of it, and of none that comes from the dead', async () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('a 1');
  let isDelivered = false;
  const next = watch.nextDelivery(10_000).then(() => {
    isDelivered = true;
  });
  watch.delivered('a 1');
  await Promise.resolve();
  expect(isDelivered).toBe(false);
  watch.delivered('b 1');
  await next;
});
