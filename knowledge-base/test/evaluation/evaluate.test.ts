import { evaluate } from '../../evaluation/evaluate';
import { fitConfidence, observe } from '../../evaluation/fit-confidence';
import { halfOf } from '../../evaluation/halves';
import { article } from '../search/searchable';

const topics = ['password', 'refund', 'crash', 'profile', 'email', 'friend', 'gift', 'ban'];
const set = {
  articles: topics.map((topic) => article(topic, `About the ${topic}`, [], `All that is known of a ${topic}.`)),
  questions: [
    ...topics.flatMap((topic) => [
      { question: `what about my ${topic}`, relevant: [topic] },
      { question: `${topic} please`, relevant: [topic] },
    ]),
    { question: 'will it rain tomorrow', relevant: [] },
    { question: 'two and two', relevant: [] },
  ],
};

test('the evaluation answers what its contract says', async () => {
  const lines: string[] = [];
  const result = await evaluate({ set, half: 'all', seed: 1, onProgress: (line) => lines.push(line) });
  expect(result).toEqual({
    articles: 8,
    questions: 18,
    pAt1: 1,
    mrrAt10: 1,
    successAt5: 1,
    auroc: 1,
    policy: { answered: expect.any(Number), accuracyOfAnswers: 1, outOfScopeRecall: 1 },
    buildMs: expect.any(Number),
    indexBytes: expect.any(Number),
    queryP50Ms: expect.any(Number),
    queryP99Ms: expect.any(Number),
    rssMb: expect.any(Number),
    baselines: {
      minisearch: { pAt1: 1 },
      minisearchTuned: { pAt1: 1 },
      elasticlunr: { pAt1: 1 },
      flexsearch: { pAt1: expect.any(Number) },
    },
  });
  expect(result.policy.answered).toBeGreaterThan(0.5);
  expect(lines.length).toBeGreaterThan(4);
});

test('without questions out of scope there is nothing to say of them', async () => {
  const inScope = { ...set, questions: set.questions.filter(({ relevant }) => relevant.length > 0) };
  const result = await evaluate({ set: inScope, half: 'all', seed: 1, onProgress: () => {} });
  expect([result.auroc, result.policy.outOfScopeRecall]).toEqual([null, null]);
});

test('a question is in one half for good, and both halves have some', () => {
  const halves = set.questions.map(halfOf);
  expect(set.questions.map(halfOf)).toEqual(halves);
  expect(new Set(halves)).toEqual(new Set(['tune', 'held-out']));
});

test('a fitted confidence trusts what stands out', async () => {
  const model = fitConfidence(await observe(set));
  expect(model.answerable.weights.covered).toBeGreaterThan(0);
});
