import { quotePlayer } from '../../src/commands/quote-player';

test.each([
  ['@everyone <@300000000000000001> <#1> <:a:1>', '`@everyone <@300000000000000001> <#1> <:a:1>`'],
  ['**bold** [free](https://evil.example)', '`**bold** [free](https://evil.example)`'],
  ['a ` b `` c ``` d', '`a ˋ b ˋˋ c ˋˋˋ d`'],
  ['two\nlines\r\n# and a heading\0', '`two lines # and a heading`'],
  ['\u202eturned\u2066', '`turned`'],
  ['  ', '`…`'],
])('%j is quoted as one line of code that nothing gets out of', (text, quoted) => {
  expect(quotePlayer(text)).toBe(quoted);
});
