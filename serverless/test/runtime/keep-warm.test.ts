import { keepWarm } from '../../src/runtime/keep-warm';
import type { FunctionContext } from '../../src/runtime/twilio-runtime';

const context = {} as FunctionContext;

test('what was opened is kept, also for requests at the same moment', async () => {
  let opened = 0;
  const open = keepWarm(async () => {
    opened += 1;
    return opened;
  });
  expect(await Promise.all([open(context), open(context)])).toEqual([1, 1]);
  expect(await open(context)).toBe(1);
});

test('what could not be opened is tried again with the next request', async () => {
  let tries = 0;
  const open = keepWarm(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the database is starting');
    return 'open';
  });
  await expect(open(context)).rejects.toThrow('the database is starting');
  expect(await open(context)).toBe('open');
});
