import { findSlashWord } from '../../src/canned-input/find-slash-word';

test.each([
  ['/|', { start: 0, end: 1, query: '' }],
  ['/re|', { start: 0, end: 3, query: 're' }],
  ['/re|fund', { start: 0, end: 3, query: 're' }],
  ['Hi /re|', { start: 3, end: 6, query: 're' }],
  ['Hi\n/re| there', { start: 3, end: 6, query: 're' }],
  ['🎮 /ん|', { start: 3, end: 5, query: 'ん' }],
  ['|/re', undefined],
  ['and/or|', undefined],
  ['https://x|', undefined],
  ['//|', undefined],
  ['/re |', undefined],
  ['|', undefined],
])('the word with a slash at the cursor of %j is found', (marked, word) => {
  expect(findSlashWord(marked.replace('|', ''), marked.indexOf('|'))).toEqual(word);
});
