import { createSlots } from '../../src/flow/slots';

test('slots are full while work is under way, and free again when it ends, also badly', async () => {
  const slots = createSlots(1);
  const failing = slots.hold(() => Promise.reject(new Error('broken')));
  expect(slots.isFull()).toBe(true);
  await expect(failing).rejects.toThrow('broken');
  expect(slots.isFull()).toBe(false);
  expect(await slots.hold(async () => slots.isFull())).toBe(true);
});
