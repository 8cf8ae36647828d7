import { type ConfidenceSigns, estimateConfidence, fittedModel } from '../../src/search/estimate-confidence';
import { article, indexOf } from './searchable';

const signs: ConfidenceSigns = {
  margin: 0.3,
  standsOut: -2,
  covered: 0.5,
  articles: Math.log(100),
  words: Math.log(8),
};
const estimate = (changes: Partial<ConfidenceSigns>) => estimateConfidence({ ...signs, ...changes }, fittedModel);

test.each([
  ['the further behind the second best is', { margin: 0.1 }, { margin: 0.6 }],
  ['the more the best one stands out', { standsOut: -3 }, { standsOut: -0.5 }],
  ['the more of the question the best one has', { covered: 0.2 }, { covered: 0.8 }],
])('%s, the higher the confidence', (_, less, more) => {
  expect(estimate(more).confidence).toBeGreaterThan(estimate(less).confidence + 0.05);
});

test('confidence is a chance, and never above the chance that there is an answer', () => {
  for (const margin of [0, 0.5, 1]) {
    for (const standsOut of [-9, -2, 0]) {
      for (const covered of [0, 0.5, 1]) {
        const { confidence, answerable } = estimate({ margin, standsOut, covered });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(answerable).toBeLessThanOrEqual(1);
        expect(confidence).toBeLessThanOrEqual(answerable);
      }
    }
  }
});

test('no match, no confidence', () => {
  expect(estimateConfidence(undefined, fittedModel)).toEqual({ confidence: 0, answerable: 0 });
});

test('an exact question is surer than a vague one, and a strange one is not answerable', async () => {
  const index = await indexOf([
    article('refunds', 'Refunds for purchases', ['i want my money back']),
    article('gifts', 'Gifts for friends', ['send a purchase to a friend']),
    article('crash', 'The game crashes', ['it closes at once']),
  ]);
  const [exact, vague, strange] = ['i want my money back', 'purchases', 'where do eggs come from'].map((question) =>
    index.search(question, 1),
  );
  expect(exact?.confidence).toBeGreaterThan(0.8);
  expect(vague?.confidence).toBeLessThan(exact?.confidence ?? 0);
  expect(strange?.answerable).toBeLessThan(0.25);
});
