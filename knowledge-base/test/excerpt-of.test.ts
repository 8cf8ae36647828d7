import { excerptOf } from '../src';

test.each([
  ['marks are taken out', 'Choose **Forgot password?** and _type_ `it`.', 'Choose Forgot password? and type it.'],
  ['a heading is skipped', '# Reset\n\nOpen the page.', 'Open the page.'],
  ['a link keeps its words', 'See [our page](https://x.example).', 'See our page.'],
  ['a picture is left out', 'Look: ![shot](a.png) here', 'Look: here'],
  ['list marks are left out', '- one\n- two\n1. three', 'one two three'],
  ['nothing stays nothing', '', ''],
])('%s', (_, markdown, expected) => {
  expect(excerptOf(markdown)).toBe(expected);
});

test('a long text is cut between words and says so', () => {
  expect(excerptOf('alpha beta gamma delta', 18)).toBe('alpha beta gamma…');
});

test('a word without an end is cut between characters', () => {
  expect(excerptOf('🎮'.repeat(20), 10)).toBe(`${'🎮'.repeat(4)}…`);
});

test.each(['[', '![', '[](', '[a](', '\n', '- ', '1.', '# '])(
  'a text of nothing but %j has an excerpt, soon',
  (mark) => {
    expect(excerptOf(`${mark.repeat(200_000)}\n\nThe end.`).length).toBeLessThanOrEqual(160);
  },
);
