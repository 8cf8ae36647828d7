import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { wakeForgotten } from '../../src/flow/wake-forgotten';

const logger = pino({ level: 'silent' });

/** Runs until as many lanes were woken as are expected. */
async function woken(waiting: () => Promise<readonly string[]>, expected: number, everyMs?: number): Promise<string[]> {
  const ending = new AbortController();
  const lanes: string[] = [];
  const wakeIdle = (lane: string) => void lanes.push(lane);
  const waking = wakeForgotten({ queues: [{ waiting, lanes: { wakeIdle } }], everyMs, logger, signal: ending.signal });
  while (lanes.length < expected) await sleep(5);
  ending.abort();
  await waking;
  return lanes;
}

test('what waits is found at once', async () => {
  expect(await woken(async () => ['a', 'b'], 2)).toEqual(['a', 'b']);
});

test('what nobody was woken for is found by looking again', async () => {
  const looks = [['a'], [], ['b']];
  expect(await woken(async () => looks.shift() ?? [], 2, 1)).toEqual(['a', 'b']);
});

test('a database that does not answer is asked again soon', async () => {
  const looks = [() => Promise.reject(new Error('connection lost')), () => Promise.resolve(['a'])];
  expect(await woken(async () => looks.shift()?.() ?? [], 1)).toEqual(['a']);
});
