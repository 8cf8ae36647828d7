import { createPatience } from '../../src/flow/patience';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what stands still is given up', () => {
  const patience = createPatience({ stallMs: 30, totalMs: 10_000 });
  jest.advanceTimersByTime(29);
  expect(patience.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(patience.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('what moves is waited for, but not for ever', () => {
  const patience = createPatience({ stallMs: 60, totalMs: 300 });
  const steps = setInterval(patience.progress, 50);
  jest.advanceTimersByTime(299);
  expect(patience.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  clearInterval(steps);
  expect(patience.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('at the end what still runs is cut off, and no timer is left', () => {
  const patience = createPatience({ stallMs: 60_000, totalMs: 60_000 });
  patience.end();
  expect(patience.signal.aborted).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
