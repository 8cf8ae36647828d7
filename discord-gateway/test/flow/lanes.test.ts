import pino from 'pino';
import { createLanes, type Lanes, type StepOutcome } from '../../src/flow/lanes';

const logger = pino({ level: 'silent' });

/** Lanes over arrays in memory; each step takes the first item of a lane and is over when the test says so. */
function lanesOver(queues: Record<string, string[]>, concurrency: number) {
  const begun: string[] = [];
  const releases = new Map<string, () => void>();
  let mostAtOnce = 0;
  const lanes = createLanes({
    name: 'test',
    concurrency,
    logger,
    step: async (lane): Promise<StepOutcome> => {
      const item = queues[lane]?.shift();
      if (item === undefined) return { kind: 'idle' };
      begun.push(item);
      mostAtOnce = Math.max(mostAtOnce, releases.size + 1);
      await new Promise<void>((resolve) => releases.set(item, resolve));
      releases.delete(item);
      return { kind: 'worked' };
    },
  });
  const release = async (item: string) => {
    releases.get(item)?.();
    await settle();
  };
  return { lanes, begun, release, mostAtOnce: () => mostAtOnce };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a lane does one thing at a time and in order, other lanes go on meanwhile', async () => {
  const { lanes, begun, release } = lanesOver({ a: ['a1', 'a2'], b: ['b1'] }, 10);
  lanes.wake('a');
  lanes.wake('b');
  lanes.wake('a');
  await settle();
  expect(begun).toEqual(['a1', 'b1']);
  await release('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('a lane that may have been forgotten looks only when it has nothing to do', async () => {
  const due = jest.fn(async (): Promise<StepOutcome> => ({ kind: 'later', delayMs: 60_000 }));
  const lanes = createLanes({ name: 'test', concurrency: 1, logger, step: due });
  lanes.wakeIdle('a');
  await settle();
  lanes.wakeIdle('a');
  await settle();
  expect(due).toHaveBeenCalledTimes(1);
  lanes.wake('a');
  await settle();
  expect(due).toHaveBeenCalledTimes(2);
  await lanes.stop();
});

test('no more lanes run at once than allowed, and a busy lane goes behind the others', async () => {
  const { lanes, begun, release, mostAtOnce } = lanesOver({ a: ['a1', 'a2'], b: ['b1'], c: ['c1'] }, 1);
  for (const lane of ['a', 'b', 'c']) lanes.wake(lane);
  await settle();
  for (const item of ['a1', 'b1', 'c1', 'a2']) await release(item);
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  expect(mostAtOnce()).toBe(1);
});

test('what arrives while a lane looks and finds nothing is not forgotten', async () => {
  const found: string[] = [];
  const queue: string[] = [];
  const lanes: Lanes = createLanes({
    name: 'test',
    concurrency: 1,
    logger,
    step: async () => {
      const item = queue.shift();
      if (item === undefined) {
        if (found.length === 0) {
          queue.push('late');
          lanes.wake('a');
        }
        return { kind: 'idle' };
      }
      found.push(item);
      return { kind: 'worked' };
    },
  });
  lanes.wake('a');
  await settle();
  expect(found).toEqual(['late']);
});

test('a lane whose first item is not due looks again when it is', async () => {
  let due = false;
  await new Promise<void>((resolve) => {
    const lanes = createLanes({
      name: 'test',
      concurrency: 1,
      logger,
      step: async () => {
        if (due) {
          resolve();
          return { kind: 'idle' };
        }
        due = true;
        return { kind: 'later', delayMs: 1 };
      },
    });
    lanes.wake('a');
  });
  expect(due).toBe(true);
});

test('a step that breaks is tried again', async () => {
  let attempts = 0;
  await new Promise<void>((resolve) => {
    const lanes = createLanes({
      name: 'test',
      concurrency: 1,
      logger,
      step: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('the database is away');
        resolve();
        return { kind: 'idle' };
      },
    });
    lanes.wake('a');
  });
  expect(attempts).toBe(2);
});

test('stopping waits for what runs and begins nothing more', async () => {
  const { lanes, begun, release } = lanesOver({ a: ['a1', 'a2'] }, 1);
  lanes.wake('a');
  await settle();
  let stopped = false;
  const stopping = lanes.stop().then(() => {
    stopped = true;
  });
  await settle();
  expect(stopped).toBe(false);
  await release('a1');
  await stopping;
  expect(begun).toEqual(['a1']);
});
