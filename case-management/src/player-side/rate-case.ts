import { inTransaction, type Pool } from '@discord-channel/database';
import { recordInTimeline } from '../record-in-timeline';
import { type Answerer, lockQuestion, markAnswered } from './lock-question';

export interface RateCase {
  questionId: string;
  by: Answerer;
  /** 1 to 5. */
  score: number;
}

export type RateCaseResult =
  | { kind: 'rated'; caseNumber: number; score: number }
  /** Not a question of this player's, or a later one took its place. */
  | { kind: 'not-open' };

/**
 * The player says how satisfied they are. One rating for a closing: another press changes it, and does not count as
 * another version of the case, which it takes nothing away from.
 */
export function rateCase(pool: Pool, { questionId, by, score }: RateCase): Promise<RateCaseResult> {
  return inTransaction(pool, async (transaction) => {
    const question = await lockQuestion(transaction, { questionId, kind: 'rating', by });
    if (!question?.isNewest) return { kind: 'not-open' };
    const { caseId, caseNumber, player } = question;
    const first = !question.isAnswered;
    await markAnswered(transaction, questionId);
    if (first || question.score !== score) {
      await transaction.query('update case_management.cases set csat_score = $2, updated_at = now() where id = $1', [
        caseId,
        score,
      ]);
      const details = { from: first ? null : question.score, to: score };
      await recordInTimeline(transaction, { caseId, event: 'rated', details, actor: player });
    }
    return { kind: 'rated', caseNumber, score };
  });
}
