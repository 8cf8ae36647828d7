import { costRatio } from '../../../contracts/test/cost-ratio';
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

const family = '👩‍👩‍👧‍👦';
const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

test.each<[string, string, number, string[]]>([
  ['a paragraph goes before a line', 'one two\n\nsix\nfour', 14, ['one two', 'six\nfour']],
  ['a sentence goes before a word', 'It works. Or does it not', 16, ['It works.', 'Or does it not']],
  ['a Japanese sentence needs no space', 'これは文です。次の文です。', 9, ['これは文です。', '次の文です。']],
  ['a family stays together', `ab${family}cd`, 12, ['ab', `${family}c`, 'd']],
  ['a flag stays whole', 'ab🇯🇵cd', 5, ['ab', '🇯🇵c', 'd']],
  ['a mark stays on its letter', 'abe\u0301cd', 3, ['ab', 'e\u0301c', 'd']],
  ['a mention stays whole', 'hi <@123456789012345678> there', 25, ['hi <@123456789012345678>', 'there']],
  ['a custom emoji stays whole', 'aaa <a:wave:123456789012345678> b', 29, ['aaa', '<a:wave:123456789012345678> b']],
  [
    'a link with a title stays whole',
    'see [the help page](https://a.example/b) ok',
    38,
    ['see', '[the help page](https://a.example/b)', 'ok'],
  ],
  [
    'a web address stays whole',
    'look: https://a.example/very-long-path?x=1',
    38,
    ['look:', 'https://a.example/very-long-path?x=1'],
  ],
  ['code in a line stays whole', 'run `npm run check` now please', 20, ['run `npm run check`', 'now please']],
  [
    'a block of code that fits stays whole',
    `first words\n${fence('ts', 'let a;\nlet b;')}`,
    26,
    ['first words', fence('ts', 'let a;\nlet b;')],
  ],
  [
    'a longer block is closed and opened again with its language',
    fence('ts', 'let a = 1;\n  let b = 2;\nlet c = 3;'),
    30,
    [fence('ts', 'let a = 1;'), fence('ts', '  let b = 2;'), fence('ts', 'let c = 3;')],
  ],
  ['a block that is never closed is plain text', '```ts\nlet a\nlet b', 13, ['```ts\nlet a', 'let b']],
  ['an address longer than a part is cut all the same', 'https://a.example/12345', 12, ['https://a.ex', 'ample/12345']],
])('%s', (_name, text, limit, parts) => {
  expect(splitText(text, limit)).toEqual(parts);
});

/** The same numbers from the same seed: a failure names it. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const tokens = [
  '<@123456789012345678>',
  'https://a.example/x_(y)?q=1',
  '[here](https://a.example/z)',
  family,
  '👍🏽',
  '`a b`',
];

function anyText(next: (below: number) => number): string {
  const pieces = Array.from({ length: 20 + next(120) }, () => {
    const kind = next(12);
    if (kind === 0) return fence(['ts', '', 'c++'][next(3)] ?? '', 'x = y; '.repeat(1 + next(12)).trim());
    if (kind === 1) return '\n\n';
    if (kind === 2) return '.\n';
    if (kind < 5) return tokens[next(tokens.length)];
    return 'word'.repeat(1 + next(3)) + ['', '.', ',', '。'][next(4)];
  });
  return pieces.join(' ');
}

const count = (text: string, token: string) => text.split(token).length - 1;
/** Without what splitting may change: white space and the marks of blocks of code. */
const said = (text: string) => text.replace(/```(?:ts|c\+\+)?\n?|\s/g, '');

test.each(Array.from({ length: 150 }, (_, seed) => [seed]))(
  'whatever the text (seed %i), parts fit, lose nothing and cut nothing in two',
  (seed) => {
    const next = numbersFrom(seed);
    const text = anyText(next);
    const limit = 60 + next(400);
    const parts = splitText(text, limit);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(limit);
    expect(said(parts.join('\n'))).toBe(said(text));
    for (const part of parts) expect(count(part, '```') % 2).toBe(0);
    for (const token of tokens) {
      expect(parts.reduce((sum, part) => sum + count(part, token), 0)).toBe(count(text, token));
    }
  },
);

test.each(['[', '`', '``a', '```', '<@1', '[a](', 'e\u0301', '\u0301', 'https://', ' ', '\n'])(
  'splitting %j without end costs no more than its length',
  (unit) => {
    const split = (length: number) => splitText(unit.repeat(Math.floor(length / unit.length)));
    for (const part of split(32_768)) expect(part.length).toBeLessThanOrEqual(2_000);
    expect(
      costRatio(
        () => split(32_768),
        () => split(4_096),
      ),
    ).toBeLessThan(8 * 4);
  },
);
