import type { AnswerPolicy } from '@discord-channel/contracts';
import { decideAnswer } from '../src/decide-answer';
import type { SearchIndex, SearchResult } from '../src/search/search-index';
import { areaUnderCurve } from './area-under-curve';
import type { LabelledQuestion } from './data-set';

export interface RankingFigures {
  /** Share of in-scope questions whose first match is right. */
  pAt1: number;
  /** Mean of 1 / rank of the first right match among ten. */
  mrrAt10: number;
  /** Share of in-scope questions with a right match among five. */
  successAt5: number;
  /** How well `answerable` tells questions in scope from those out of it. Null without the latter. */
  auroc: number | null;
  policy: {
    /** Share of in-scope questions that are given an article. */
    answered: number;
    /** Right ones among all articles given, to questions out of scope too. */
    accuracyOfAnswers: number;
    /** Share of out-of-scope questions that are not given an article. Null without any. */
    outOfScopeRecall: number | null;
  };
}

const depth = 10;

/** Asks every question and compares what is found, and what the policy makes of it, with the labels. */
export function measureRanking(
  index: SearchIndex,
  questions: readonly LabelledQuestion[],
  policy: AnswerPolicy,
): RankingFigures {
  const asked = questions.map(({ question, relevant }) => {
    const result = index.search(question, depth);
    const rank = 1 + result.matches.findIndex(({ id }) => relevant.includes(id));
    return { inScope: relevant.length > 0, rank, ...result, given: decideAnswer(policy, result) === 'article' };
  });
  const inScope = asked.filter((question) => question.inScope);
  const outOfScope = asked.filter((question) => !question.inScope);
  const given = asked.filter((question) => question.given);
  return {
    pAt1: share(inScope, ({ rank }) => rank === 1),
    mrrAt10: inScope.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / (inScope.length || 1),
    successAt5: share(inScope, ({ rank }) => rank >= 1 && rank <= 5),
    auroc: areaUnderCurve(asked.map((question) => ({ score: question.answerable, positive: question.inScope }))),
    policy: {
      answered: share(inScope, (question) => question.given),
      accuracyOfAnswers: share(given, ({ rank }) => rank === 1),
      outOfScopeRecall: outOfScope.length > 0 ? share(outOfScope, (question) => !question.given) : null,
    },
  };
}

/**
 * Expected calibration error: how far the stated confidence is from the share that is right, in ten bins of
 * confidence, weighted by how many questions fall into each.
 */
export function calibrationError(index: SearchIndex, questions: readonly LabelledQuestion[]): number {
  const bins = Array.from({ length: 10 }, () => ({ stated: 0, right: 0 }));
  for (const { question, relevant } of questions) {
    const { confidence, matches }: SearchResult = index.search(question, 1);
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.stated += confidence;
    bin.right += relevant.includes(matches[0]?.id ?? '') ? 1 : 0;
  }
  return bins.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0) / (questions.length || 1);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
