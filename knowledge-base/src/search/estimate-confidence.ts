import fitted from './confidence-model.json';

/** What tells how good the best match is. None depends on the language or the size of the texts. */
export interface ConfidenceSigns {
  /** How far the second best is behind: 0 (level) to 1 (there is none). */
  margin: number;
  /** Logarithm of the best one's share, if all articles shared a chance by their scores. */
  standsOut: number;
  /** Share of the question's weight whose terms the best one has: 0 to 1. */
  covered: number;
  /** Logarithm of the number of articles. */
  articles: number;
  /** Logarithm of 1 + the number of the question's words. */
  words: number;
}

/** A logistic model: the sum of the intercept and each sign times its weight, as log odds. */
export interface LogisticModel {
  intercept: number;
  weights: Partial<Record<keyof ConfidenceSigns, number>>;
}

export interface ConfidenceModel {
  confidence: LogisticModel;
  answerable: LogisticModel;
}

/** Fitted on several data sets at once by `npm run eval:knowledge -- --fit`, which writes the file. */
export const fittedModel: ConfidenceModel = fitted;

/**
 * Two calibrated chances: that the best match is right, and that any article is.
 */
export function estimateConfidence(
  signs: ConfidenceSigns | undefined,
  model: ConfidenceModel,
): { confidence: number; answerable: number } {
  if (!signs) return { confidence: 0, answerable: 0 };
  const answerable = chanceBy(model.answerable, signs);
  // The best match cannot be right where nothing is.
  return { confidence: Math.min(chanceBy(model.confidence, signs), answerable), answerable };
}

function chanceBy({ intercept, weights }: LogisticModel, signs: ConfidenceSigns): number {
  let logOdds = intercept;
  for (const [sign, weight] of Object.entries(weights)) logOdds += weight * signs[sign as keyof ConfidenceSigns];
  return 1 / (1 + Math.exp(-logOdds));
}
