import { markWords } from '../../src/suggest/mark-words';
import { passageOf } from '../../src/suggest/passage-of';

const filler = 'Here is a sentence that says little. '.repeat(10);

test('an article is shown where it speaks of what was looked for', () => {
  const { text, marks } = passageOf(`${filler}The **refund** takes five days.`, markWords('when do i get my refund'));
  expect(text).toBe('… The refund takes five days.');
  expect(marks.map(([begin, end]) => text.slice(begin, end))).toEqual(['refund']);
});

test('its beginning is shown when no other part has more', () => {
  const { text } = passageOf(`# Refunds\n\nA refund is easy. ${filler}A refund it is.`, markWords('refund'));
  expect(text).toMatch(/^A refund is easy\. .*…$/);
});

test('sentences end in other scripts too', () => {
  const { text } = passageOf(`${'これは文です。'.repeat(50)}返金には五日かかります。`, markWords('返金'));
  expect(text).toBe('… 返金には五日かかります。');
});

test('an article of nothing but marks has an empty passage', () => {
  expect(passageOf('# \n\n***', markWords('refund'))).toEqual({ text: '', marks: [] });
});
