import { defaultAnswerPolicy } from '@discord-channel/contracts';
import { buildSnapshot } from '../src/search/build-snapshot';
import { type ConfidenceModel, fittedModel } from '../src/search/estimate-confidence';
import { openSearchIndex } from '../src/search/search-index';
import { buildBaselines } from './baselines';
import type { DataSet, LabelledQuestion } from './data-set';
import { type Half, halfOf } from './halves';
import { calibrationError, measureRanking, type RankingFigures } from './measure-ranking';
import { measureResources } from './measure-resources';
import { shuffled } from './shuffled';

export interface EvaluateOptions {
  set: DataSet;
  /** Which of the questions are asked. */
  half: Half | 'all';
  /** Decides in which order questions are asked. */
  seed: number;
  /** Another confidence than the product's. */
  model?: ConfidenceModel;
  /** Told each step, for people. */
  onProgress: (line: string) => void;
}

/** What `npm run eval:knowledge` answers; its contract. Times in milliseconds. */
export interface Evaluation extends RankingFigures {
  articles: number;
  questions: number;
  buildMs: number;
  indexBytes: number;
  queryP50Ms: number;
  queryP99Ms: number;
  rssMb: number;
  baselines: Record<string, { pAt1: number }>;
}

/** Builds the index of a data set, asks it every question, and asks the baselines the same. */
export async function evaluate({ set, half, seed, model, onProgress }: EvaluateOptions): Promise<Evaluation> {
  const wanted = set.questions.filter((question) => half === 'all' || halfOf(question) === half);
  const questions = shuffled(wanted, seed);
  onProgress(`${set.articles.length} articles, ${questions.length} questions (${half})`);

  const started = performance.now();
  const snapshot = await buildSnapshot(set.articles);
  const buildMs = performance.now() - started;
  onProgress(`index of ${snapshot.byteLength} bytes built in ${Math.round(buildMs)} ms`);

  const index = openSearchIndex(snapshot, model ?? fittedModel);
  const ranking = measureRanking(index, questions, defaultAnswerPolicy);
  onProgress(`P@1 ${ranking.pAt1.toFixed(3)}, calibration error ${calibrationError(index, questions).toFixed(3)}`);

  const texts = questions.map(({ question }) => question);
  const { loadMs, queryP50Ms, queryP99Ms, rssMb } = await measureResources(snapshot, texts);
  onProgress(`loaded in ${loadMs.toFixed(1)} ms, p99 of a question ${queryP99Ms.toFixed(2)} ms`);

  const baselines = measureBaselines(set, questions, onProgress);
  return {
    articles: set.articles.length,
    questions: questions.length,
    ...ranking,
    buildMs,
    indexBytes: snapshot.byteLength,
    queryP50Ms,
    queryP99Ms,
    rssMb,
    baselines,
  };
}

function measureBaselines(
  { articles }: DataSet,
  questions: readonly LabelledQuestion[],
  onProgress: (line: string) => void,
): Evaluation['baselines'] {
  const inScope = questions.filter(({ relevant }) => relevant.length > 0);
  return Object.fromEntries(
    Object.entries(buildBaselines(articles)).map(([name, answer]) => {
      const right = inScope.filter(({ question, relevant }) => relevant.includes(answer(question) ?? ''));
      const pAt1 = right.length / (inScope.length || 1);
      onProgress(`${name}: P@1 ${pAt1.toFixed(3)}`);
      return [name, { pAt1 }];
    }),
  );
}
