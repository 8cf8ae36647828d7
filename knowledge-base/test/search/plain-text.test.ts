import { plainText } from '../../src/search/plain-text';

test('marks and addresses go, words and lines stay', () => {
  const markdown = '# Reset\n\n- See [our page](https://x.example)\n\n  1. ![shot](a.png) **now**';
  expect(plainText(markdown)).toBe('Reset\n\nSee our page\n\n now ');
});

test.each(['[', '![', '[](', '[a](', '\n', '- ', '1.', '# '])('a text of nothing but %j is read, soon', (mark) => {
  expect(plainText(`${mark.repeat(200_000)}\n\nThe end.`)).toContain('The end.');
});
