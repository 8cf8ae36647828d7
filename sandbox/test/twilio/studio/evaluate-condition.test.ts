import { meetsCondition } from '../../../src/twilio/studio/evaluate-condition';

test.each([
  ['equal_to', 'Handoff', 'handoff', true],
  ['not_equal_to', 'answered', 'handoff', true],
  ['matches_any_of', 'b', 'a, b ,c', true],
  ['matches_any_of', 'd', 'a,b,c', false],
  ['does_not_match_any_of', 'd', 'a,b,c', true],
  ['is_blank', ' ', '', true],
  ['is_not_blank', '', '', false],
  ['regex', 'discord_42', '^discord_\\d+$', true],
  ['regex', 'Discord_42', '^discord_\\d+$', false],
  ['contains', 'an Agent please', 'agent', true],
  ['does_not_contain', 'hello', 'agent', true],
  ['starts_with', 'discord_42', 'discord_', true],
  ['does_not_start_with', 'discord_42', 'discord_', false],
  ['less_than', '2', '10', true],
  ['greater_than', '2', '10', false],
  ['less_than', '', '10', false],
  ['is_before_time', '09:30', '17:00', true],
  ['is_after_time', '09:30', '17:00', false],
  ['is_before_date', '2026-11-21', '2026-12-01', true],
  ['is_after_date', '2026-11-21', '2026-12-01', false],
])('%s: "%s" against "%s" is %s', (type, input, value, expected) => {
  expect(meetsCondition(type, input, value)).toBe(expected);
});
