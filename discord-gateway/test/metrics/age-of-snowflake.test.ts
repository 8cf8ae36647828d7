import { ageOfSnowflake } from '../../src/metrics/age-of-snowflake';

// The example of Discord's reference: made at 1462015105796.
const id = '175928847299117063';

test('the age of a message is read from its id', () => {
  expect(ageOfSnowflake(id, 1_462_015_105_796 + 250)).toBe(250);
});

test('a clock that is behind makes no negative age', () => {
  expect(ageOfSnowflake(id, 1_462_015_105_796 - 250)).toBe(0);
});

test('what is no snowflake has no age', () => {
  expect(ageOfSnowflake('notice:1')).toBeUndefined();
});
