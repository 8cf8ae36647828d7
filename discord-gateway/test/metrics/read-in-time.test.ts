import { createTimelyReader } from '../../src/metrics/read-in-time';

test('a reading that hangs is given up, and not begun again while it hangs', async () => {
  let begun = 0;
  let answer: (value: string) => void = () => {};
  const read = createTimelyReader(() => {
    begun += 1;
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  }, 20);
  expect(await read()).toBeUndefined();
  expect(await read()).toBeUndefined();
  expect(begun).toBe(1);
  const third = read();
  answer('here');
  expect(await third).toBe('here');
});

test('a reading that fails is none, and the next is read anew', async () => {
  const outcomes = [Promise.reject(new Error('away')), Promise.resolve('back')];
  const read = createTimelyReader(() => outcomes.shift() ?? Promise.resolve('later'), 1_000);
  expect(await read()).toBeUndefined();
  expect(await read()).toBe('back');
});
