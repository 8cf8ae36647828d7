import { z } from 'zod';

const chance = z.coerce.number().min(0).max(1);

/**
 * When the virtual agent answers with an article and when with choices: variables of the worker and the Functions.
 * The defaults are what docs/knowledge-evaluation.md measures.
 */
export const answerPolicyVariables = {
  ANSWER_FROM_CONFIDENCE: chance
    .default(0.58)
    .describe(
      'From which chance of being right (0 to 1) the bot shows the best article straight away. Higher: fewer wrong articles, more choices. The same for the worker and the Functions.',
    ),
  OFFER_FROM_CHANCE: chance
    .default(0.25)
    .describe(
      'From which chance (0 to 1) that there is an answer at all the bot offers up to four articles to choose from. Below, it says that it found nothing and offers an agent. The same for the worker and the Functions.',
    ),
};

/** When an article is shown, and when choices are: chances from 0 to 1. */
export interface AnswerPolicy {
  /** From this confidence on, the best article is shown. */
  answerFrom: number;
  /** From this chance on that there is an answer at all, the best articles are offered as choices. */
  offerFrom: number;
}

/** The policy as the variables have it. */
export function toAnswerPolicy(read: { ANSWER_FROM_CONFIDENCE: number; OFFER_FROM_CHANCE: number }): AnswerPolicy {
  return { answerFrom: read.ANSWER_FROM_CONFIDENCE, offerFrom: read.OFFER_FROM_CHANCE };
}

export const defaultAnswerPolicy: AnswerPolicy = toAnswerPolicy(z.object(answerPolicyVariables).parse({}));
