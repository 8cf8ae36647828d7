import { isInvisible } from '../../src/inbound/is-invisible';

test.each([
  ['nothing at all', ''],
  ['white space', ' \n\t\u00a0\u3000'],
  ['characters of no width', '\u200b\u200c\u200d\u2060\ufeff'],
  ['marks of direction', '\u200e\u202e\u2066'],
  ['fillers and variation selectors', '\u3164\u115f\uffa0\ufe0f\u034f'],
  ['the Braille blank', '\u2800'],
])('%s cannot be seen', (_name, text) => {
  expect(isInvisible(text)).toBe(true);
});

test.each([
  ['a letter among characters of no width', '\u200ba\u200b'],
  ['an emoji', '👋'],
  ['an emoji of several', '👩‍👩‍👧‍👦'],
  ['Arabic', 'مرحبا'],
  ['a dot', '.'],
  ['the replacement character', '\ufffd'],
])('%s can be seen', (_name, text) => {
  expect(isInvisible(text)).toBe(false);
});
