import { checkTranscripts } from '../../src/chaos/check-transcripts';

const check = (...seen: string[]) => {
  const { lost, duplicated, reordered } = checkTranscripts([{ written: ['a', 'b', 'c'], seen }]);
  return { lost, duplicated, reordered };
};

test('everything once and in order is no fault, whatever else was said in between', () => {
  expect(check('hello', 'a', 'b', 'Kim has joined', 'c')).toEqual({ lost: 0, duplicated: 0, reordered: 0 });
});

test('what was never seen is lost', () => {
  expect(check('a', 'c')).toEqual({ lost: 1, duplicated: 0, reordered: 0 });
});

test('what was seen again is duplicated, wherever it comes', () => {
  expect(check('a', 'b', 'b', 'c', 'a')).toEqual({ lost: 0, duplicated: 2, reordered: 0 });
});

test('what was seen behind something written later is reordered', () => {
  expect(check('b', 'a', 'c')).toEqual({ lost: 0, duplicated: 0, reordered: 1 });
});

test('conversations are compared each for itself', () => {
  const { lost } = checkTranscripts([
    { written: ['a'], seen: ['b'] },
    { written: ['b'], seen: ['a'] },
  ]);
  expect(lost).toBe(2);
});

test('what somebody sees of a conversation that is not theirs has strayed', () => {
  const { strayed, lost } = checkTranscripts([
    { written: ['a', 'b'], seen: ['a', 'b'] },
    { written: ['c'], seen: ['b', 'c'] },
  ]);
  expect({ strayed, lost }).toEqual({ strayed: 1, lost: 0 });
});

test('what was edited or deleted is lost until its new text is seen, and stale while the old one is', () => {
  const changed = (...seen: string[]) => {
    const { lost, stale, strayed } = checkTranscripts([
      { written: ['a', 'b, edited'], withdrawn: ['b', 'c'], seen },
      { written: ['d'], seen: ['d'] },
    ]);
    return { lost, stale, strayed };
  };
  expect(changed('a', 'b', 'c')).toEqual({ lost: 1, stale: 2, strayed: 0 });
  expect(changed('a', 'b, edited', 'c')).toEqual({ lost: 0, stale: 1, strayed: 0 });
  expect(changed('a', 'b, edited', '[deleted]')).toEqual({ lost: 0, stale: 0, strayed: 0 });
});
