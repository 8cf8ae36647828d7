import { chooseResponses } from '../../src/canned-input/choose-responses';
import { sampleResponse } from '../knowledge-view/canned-server';

const here = '200000000000000001';
const all = [
  sampleResponse({ shortcut: 'no-refund', label: null }),
  sampleResponse({ shortcut: 'Refund' }),
  sampleResponse({ shortcut: 'bye', label: 'After a refund' }),
  sampleResponse({ shortcut: 'hello', guildId: '200000000000000009' }),
  sampleResponse({ shortcut: 'Bye', label: 'Ours', guildId: here }),
];
const shortcuts = (query: string, guildId: string | null) =>
  chooseResponses(all, guildId, query).map(({ shortcut }) => shortcut);

test('shortcuts that begin so come first, then those that hold it, then labels', () => {
  expect(shortcuts('REFUND', null)).toEqual(['Refund', 'no-refund', 'bye']);
});

test('an own one of the server stands in front of the general one, and those of other servers are not there', () => {
  expect(shortcuts('', here)).toEqual(['Bye', 'no-refund', 'Refund']);
  expect(shortcuts('', null)).toEqual(['bye', 'no-refund', 'Refund']);
});

test('nothing that fits is an empty list', () => {
  expect(shortcuts('xyz', here)).toEqual([]);
});
