import { highestRate, type Postings, type SearchableArticle } from './collect-postings';
import { isCommonTerm } from './common-words';
import { hashTerm } from './hash-term';
import { readTerms } from './read-terms';
import { takeTurns } from './take-turns';
import { termKinds } from './term-kinds';
import { termWeight } from './term-weight';

/** With fewer example questions than this to each article there is nothing to learn, measurably. */
const leastQueries = 5;
const rounds = 20;
/** Share of a question's terms that is hidden each time, so that no single one is relied on. */
const hiddenShare = 0.5;
/** How much better a score must be to win clearly, and how far one question moves the rates. */
const steepness = 10;
const stepSize = 10;
/** Above this many multiplications the articles stay as BM25 rates them: seconds of work. */
const mostWork = 1_500_000_000;

interface Lesson {
  article: number;
  terms: Uint32Array;
  /** Makes the question's scores comparable with those of others. */
  scale: number;
}

/**
 * Lets the example questions of all articles compete: what tells an article from its neighbours comes to count more
 * in it, what they share less (softmax regression on the entries that exist, starting from BM25). Done only where
 * every article has five questions or more: one that has none would be drowned by those that were raised.
 */
export async function learnFromQueries(postings: Postings, articles: readonly SearchableArticle[]): Promise<void> {
  if (articles.length < 2 || articles.some(({ queries }) => queries.length < leastQueries)) return;
  const weights = weightsOf(postings);
  const lessons = articles.flatMap(({ queries }, article) =>
    queries.map((query) => toLesson(postings, weights, article, query)),
  );
  if (workOf(postings, lessons) * rounds > mostWork) return;

  const { starts, articles: holders, rates } = postings;
  // Learnt on what an entry adds to a score.
  for (let term = 0; term < weights.length; term += 1) scaleRates(postings, term, weights[term] ?? 0);
  const random = randomNumbers(7);
  const scores = new Float64Array(articles.length);
  const takeTurn = takeTurns();
  for (let round = 0; round < rounds; round += 1) {
    shuffle(lessons, random);
    for (const { article, terms, scale } of lessons) {
      await takeTurn();
      const shown = terms.filter(() => random() > hiddenShare);
      const reach = scale / (1 - hiddenShare);
      scores.fill(0);
      for (const term of shown) {
        for (let entry = starts[term] ?? 0; entry < (starts[term + 1] ?? 0); entry += 1) {
          const holder = holders[entry] ?? 0;
          scores[holder] = (scores[holder] ?? 0) + reach * (rates[entry] ?? 0);
        }
      }
      toChances(scores);
      const step = stepSize * (1 - round / rounds) * reach * steepness;
      for (const term of shown) {
        for (let entry = starts[term] ?? 0; entry < (starts[term + 1] ?? 0); entry += 1) {
          const holder = holders[entry] ?? 0;
          const error = (scores[holder] ?? 0) - (holder === article ? 1 : 0);
          rates[entry] = Math.max(0, (rates[entry] ?? 0) - step * error);
        }
      }
    }
  }
  for (let term = 0; term < weights.length; term += 1) scaleRates(postings, term, 1 / (weights[term] || 1));
}

function weightsOf({ termNumbers, kinds, starts, articleCount }: Postings): Float64Array {
  const weights = new Float64Array(kinds.length);
  for (const [hash, term] of termNumbers) {
    const articlesWithIt = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    const kind = kinds[term] ?? 'word';
    weights[term] = termWeight({ kind, articlesWithIt, articleCount, isCommon: isCommonTerm(hash) });
  }
  return weights;
}

function toLesson({ termNumbers }: Postings, weights: Float64Array, article: number, query: string): Lesson {
  const read = readTerms(query);
  const numbers = termKinds.flatMap((kind) =>
    Array.from(new Set(read[kind]), (term) => termNumbers.get(hashTerm(kind, term)) ?? 0),
  );
  const mass = numbers.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  return { article, terms: Uint32Array.from(numbers), scale: 1 / (mass * highestRate || 1) };
}

function workOf({ starts, articleCount }: Postings, lessons: readonly Lesson[]): number {
  let work = 0;
  for (const { terms } of lessons) {
    work += 4 * articleCount;
    for (const term of terms) work += (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  }
  return work;
}

function scaleRates({ starts, rates }: Postings, term: number, by: number): void {
  for (let entry = starts[term] ?? 0; entry < (starts[term + 1] ?? 0); entry += 1)
    rates[entry] = (rates[entry] ?? 0) * by;
}

/** Softmax, in place. */
function toChances(scores: Float64Array): void {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  let sum = 0;
  for (let article = 0; article < scores.length; article += 1) {
    const chance = Math.exp(steepness * ((scores[article] ?? 0) - best));
    scores[article] = chance;
    sum += chance;
  }
  for (let article = 0; article < scores.length; article += 1) scores[article] = (scores[article] ?? 0) / sum;
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
}

/** The same numbers each time: the same articles make the same index. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
