import { setTimeout as wait } from 'node:timers/promises';
import { createPatience } from '../../src/flow/patience';

test('what stands still is given up', async () => {
  const patience = createPatience({ stallMs: 30, totalMs: 10_000 });
  await wait(80);
  expect(patience.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('what moves is waited for, but not for ever', async () => {
  const patience = createPatience({ stallMs: 60, totalMs: 300 });
  const steps = setInterval(patience.progress, 10);
  await wait(150);
  expect(patience.signal.aborted).toBe(false);
  await wait(250);
  clearInterval(steps);
  expect(patience.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('at the end what still runs is cut off, and no timer is left', () => {
  const patience = createPatience({ stallMs: 60_000, totalMs: 60_000 });
  patience.end();
  expect(patience.signal.aborted).toBe(true);
});
