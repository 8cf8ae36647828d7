import { mendSlips } from '../../src/turn/mend-slips';

const known = ['agent', 'human', 'talk'];
const real = new Set(['argent']);

test.each([
  ['agnet', 'agent'],
  ['agen', 'agent'],
  ['aagent', 'agent'],
  ['hunan', 'human'],
  ['tlak', 'talk'],
])('"%s" is mended to "%s"', (written, meant) => {
  expect(mendSlips(`my ${written} please`, known, real)).toBe(`my ${meant} please`);
});

test.each(['argent', 'regent', 'urgent', 'tall', 'age', 'woman', 'agentic'])('"%s" stays what it is', (word) => {
  expect(mendSlips(word, known, real)).toBe(word);
});
