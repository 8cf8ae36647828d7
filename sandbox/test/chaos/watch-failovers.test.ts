import { setTimeout as wait } from 'node:timers/promises';
import { FailoverWatch } from '../../src/chaos/watch-failovers';

test('a failover lasts from the end of the one that delivered to the first delivery of the next', async () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('a 1');
  await wait(50);
  // What it had sent before it was killed is no sign of life.
  watch.delivered('a 1');
  watch.delivered('b 1');
  const { count, p50Ms, maxMs } = watch.times();
  expect(count).toBe(1);
  expect(p50Ms).toBeGreaterThanOrEqual(49);
  expect(maxMs).toBe(p50Ms);
});

test('when the next dies before it has delivered, what is measured begins with its end', async () => {
  const watch = new FailoverWatch();
  watch.delivered('a 1');
  watch.lost('a 1');
  await wait(200);
  watch.lost('b 1', { isTakingOver: true });
  // What it had sent before is no sign of life either.
  watch.delivered('b 1');
  await wait(30);
  watch.delivered('a 2');
  const { count, maxMs } = watch.times();
  expect(count).toBe(1);
  expect(maxMs).toBeGreaterThanOrEqual(29);
  expect(maxMs).toBeLessThan(200);
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
  await wait(10);
  expect(isDelivered).toBe(false);
  watch.delivered('b 1');
  await next;
});
