import { createReconcileTimes } from '../../src/outbound/reconcile-times';

const conversations = Array.from({ length: 900 }, (_, number) => ({ conversationSid: `CH${number}` }));

function start() {
  const clock = { now: 1_000_000 };
  let drawn = 0;
  const times = createReconcileTimes({
    monotonicNow: () => clock.now,
    // Evenly over the interval, as a generator of random numbers does in the long run.
    random: () => (drawn++ % 900) / 900,
  });
  const dueAfter = (milliseconds: number, present = conversations) => {
    clock.now += milliseconds;
    return times.takeDue(present).map(({ conversationSid }) => conversationSid);
  };
  return { dueAfter };
}

test('every conversation is due once in 45 s, and never many of them together', () => {
  const { dueAfter } = start();
  dueAfter(0);
  const rounds = Array.from({ length: 18 }, () => dueAfter(5_000));
  for (const round of rounds) expect(round.length).toBeLessThanOrEqual(101);
  const looks = rounds.flat();
  expect(looks).toHaveLength(1_800);
  expect(new Set(looks).size).toBe(900);
});

test('a conversation that is new is due within 45 s, and one that is over is forgotten', () => {
  const { dueAfter } = start();
  dueAfter(0);
  const late = { conversationSid: 'CHlate' };
  dueAfter(5_000, [late]);
  const seen = Array.from({ length: 9 }, () => dueAfter(5_000, [late])).flat();
  expect(seen).toEqual(['CHlate']);
  // They are new again: none of them is due at once.
  expect(dueAfter(5_000).length).toBeLessThanOrEqual(1);
});
