import { compileTaskExpression } from '../../../src/twilio/task-router/evaluate-task-attributes';

const attributes = { conversationSid: 'CH1', case: { number: 7 }, vip: true, note: 'this AND that' };

test.each([
  ['conversationSid == "CH1"', true],
  ["conversationSid == 'CH1'", true],
  ['conversationSid == "CH2"', false],
  ['conversationSid != "CH2"', true],
  ['case.number == 7', true],
  ['vip == true AND case.number == 8', false],
  ['case.number == 8 OR vip == true', true],
  ['note == "this AND that"', true],
  ['missing.path == "x"', false],
])('%s is %s', (expression, expected) => {
  expect(compileTaskExpression(expression)(attributes)).toBe(expected);
});

test.each(['', 'conversationSid', 'tags HAS "x"', '(vip == true)', 'case.number > 3'])(
  'an expression beyond the subset is refused: %s',
  (expression) => {
    expect(() => compileTaskExpression(expression)).toThrow(/Cannot evaluate/);
  },
);
