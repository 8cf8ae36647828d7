import { createSessionVerdict } from '../../src/discord/session-verdict';

type Verdict = ReturnType<typeof createSessionVerdict>;

test.each<[string, boolean, (verdict: Verdict) => void]>([
  ['an invalid session (op 9) ends it', true, (verdict) => verdict.hello()],
  [
    'a close with 1000 after Hello ends it',
    true,
    (verdict) => {
      verdict.hello();
      verdict.closed(1000);
    },
  ],
  [
    'a close with 4007 (invalid sequence) ends it',
    true,
    (verdict) => {
      verdict.hello();
      verdict.closed(4007);
    },
  ],
  ['a connection that was refused does not end it', false, (verdict) => verdict.closed(1006)],
  [
    'a connection that broke does not end it',
    false,
    (verdict) => {
      verdict.hello();
      verdict.closed(1006);
    },
  ],
  [
    'a Hello that never came after we left to resume does not end it',
    false,
    (verdict) => {
      verdict.hello();
      verdict.closed(4200);
    },
  ],
])('%s', (_name, isOver, happen) => {
  const verdict = createSessionVerdict();
  happen(verdict);
  expect(verdict.isOver()).toBe(isOver);
});
