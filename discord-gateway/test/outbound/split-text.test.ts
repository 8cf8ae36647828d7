import { splitText } from '../../src/outbound/split-text';

test.each<[string, string, number, string[]]>([
  ['short text is one part', 'hello there', 20, ['hello there']],
  ['text of exactly the limit is one part', '12345', 5, ['12345']],
  ['the last line break that fits is preferred', 'one two\nthree four', 12, ['one two', 'three four']],
  ['else the last space', 'one two three', 8, ['one two', 'three']],
  ['a space right behind the limit counts', 'one two', 3, ['one', 'two']],
  ['else between characters', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ['never inside an emoji', 'ab👋cd', 3, ['ab', '👋c', 'd']],
  ['blank parts are left out', '   ', 5, []],
  ['nothing is nothing', '', 5, []],
])('%s', (_name, text, limit, parts) => {
  expect(splitText(text, limit)).toEqual(parts);
});

test('nothing but single breaks is lost, and every part fits', () => {
  const text = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
  const parts = splitText(text);
  expect(parts.join(' ')).toBe(text);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(2_000);
});
