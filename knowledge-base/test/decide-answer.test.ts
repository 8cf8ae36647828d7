import { decideAnswer } from '../src';

const policy = { answerFrom: 0.6, offerFrom: 0.3 };

test.each([
  ['sure enough', { confidence: 0.6, answerable: 0.9 }, 'article'],
  ['somewhere among several', { confidence: 0.59, answerable: 0.9 }, 'choices'],
  ['barely worth a choice', { confidence: 0.1, answerable: 0.3 }, 'choices'],
  ['most likely about something else', { confidence: 0.1, answerable: 0.29 }, 'nothing'],
])('%s', (_, found, expected) => {
  expect(decideAnswer(policy, found)).toBe(expected);
});
