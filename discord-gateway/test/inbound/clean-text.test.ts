import { cleanText, limitBytes } from '../../src/inbound/clean-text';

test.each([
  ['ordinary text and emoji stay', 'héllo 👋🏽 ありがとう', 'héllo 👋🏽 ありがとう'],
  ['markdown and markup stay', '**<b>@everyone</b>**\n> `x`', '**<b>@everyone</b>**\n> `x`'],
  ['NUL, which Postgres refuses, is replaced', 'a\0b', 'a\ufffdb'],
  ['the first half of a pair is replaced', 'a\ud83d', 'a\ufffd'],
  ['the second half of a pair is replaced', '\udc4bb', '\ufffdb'],
])('%s', (_name, given, wanted) => {
  expect(cleanText(given)).toBe(wanted);
});

test.each([
  ['short text stays', 'abc', 10, 'abc'],
  ['text of exactly the limit stays', 'abc', 3, 'abc'],
  ['a character that does not fit goes as a whole', 'ab👋', 5, 'ab'],
  ['a two-byte character that fits stays', 'aéb', 3, 'aé'],
])('%s', (_name, given, limit, wanted) => {
  expect(limitBytes(given, limit)).toBe(wanted);
});
