import { createHash } from 'node:crypto';
import { buildSnapshot } from '../src/search/build-snapshot';
import type { SearchableArticle } from '../src/search/collect-postings';
import type { ConfidenceModel, ConfidenceSigns } from '../src/search/estimate-confidence';
import { openSearchIndex } from '../src/search/search-index';
import type { DataSet, LabelledQuestion } from './data-set';
import { halfOf } from './halves';
import { type Example, fitLogisticRegression } from './logistic-regression';

type Sign = keyof ConfidenceSigns;
/** Other signs were tried and did not help on sets that the model had not seen. */
const signsOfConfidence: readonly Sign[] = ['margin', 'standsOut', 'covered', 'articles', 'words'];
/** How close the second best is says nothing about whether there is an answer. */
const signsOfAnswerable: readonly Sign[] = ['standsOut', 'covered', 'articles', 'words'];

/** How many questions are taken to be out of scope, when the chance is estimated. */
const outOfScopeShare = { confidence: 0.2, answerable: 0.3 };

export interface Observation {
  signs: ConfidenceSigns;
  right: boolean;
  inScope: boolean;
  /** All observations of one knowledge base come to the same weight, by scope. */
  group: { inScope: number; outOfScope: number; weight: number };
}

/**
 * Asks the tune half of a set's questions of several knowledge bases made from it: all of it; with a quarter of the
 * articles taken away, whose questions are then out of scope; and small ones, with fewer example questions too.
 */
export async function observe({ articles, questions }: DataSet): Promise<Observation[]> {
  const tune = questions.filter((question) => halfOf(question) === 'tune');
  const part = (salt: string, of: number, which: number) => articles.filter(({ id }) => lot(salt + id, of) === which);
  const of20 = Math.max(2, Math.round(articles.length / 20));
  const of60 = Math.max(2, Math.round(articles.length / 60));
  const withoutQuarter = articles.filter(({ id }) => lot(`quarter${id}`, 4) > 0);
  const fewerQueries = withoutQuarter.map((article) => ({ ...article, queries: article.queries.slice(0, 3) }));
  const bases = [
    { articles, weight: 1 },
    { articles: withoutQuarter, weight: 1 },
    { articles: fewerQueries, weight: 1 },
    { articles: part('small', of20, 0), weight: 0.5 },
    { articles: part('small', of20, 1), weight: 0.5 },
    { articles: part('middle', of60, 0), weight: 1 },
  ];
  const observed: Observation[] = [];
  for (const base of bases) observed.push(...(await observeBase(base.articles, tune, base.weight)));
  return observed;
}

async function observeBase(
  articles: readonly SearchableArticle[],
  questions: readonly LabelledQuestion[],
  weight: number,
): Promise<Observation[]> {
  const index = openSearchIndex(await buildSnapshot(articles));
  const ids = new Set(articles.map(({ id }) => id));
  const group = { inScope: 0, outOfScope: 0, weight };
  return questions.flatMap(({ question, relevant }) => {
    const signs = index.signsOf(question);
    if (!signs) return [];
    const inScope = relevant.some((id) => ids.has(id));
    group[inScope ? 'inScope' : 'outOfScope'] += 1;
    return [{ signs, inScope, right: relevant.includes(index.search(question, 1).matches[0]?.id ?? ''), group }];
  });
}

/** Fits both models to what was observed. */
export function fitConfidence(observed: readonly Observation[]): ConfidenceModel {
  const toExamples = (outOfScope: number, isPositive: (observation: Observation) => boolean) =>
    observed.map((observation): Example<Sign> => {
      const { group, inScope, signs } = observation;
      const share = group.outOfScope > 0 ? outOfScope : 0;
      const weight = inScope ? (1 - share) / group.inScope : share / group.outOfScope;
      return { features: signs, positive: isPositive(observation), weight: weight * group.weight };
    });
  return {
    confidence: fitLogisticRegression(
      toExamples(outOfScopeShare.confidence, ({ right }) => right),
      signsOfConfidence,
    ),
    answerable: fitLogisticRegression(
      toExamples(outOfScopeShare.answerable, ({ inScope }) => inScope),
      signsOfAnswerable,
    ),
  };
}

/** A number below `of`, decided by a text. */
function lot(text: string, of: number): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0) % of;
}
