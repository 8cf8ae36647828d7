import { inTransaction, type Pool } from '@discord-channel/database';
import { recordInTimeline } from '../record-in-timeline';
import { type Answerer, lockQuestion, markAnswered } from './lock-question';

export interface AnswerReminder {
  questionId: string;
  by: Answerer;
  /** What the case shall be: closed, or elevated because it is still a problem. */
  wish: 'closed' | 'elevated';
}

export type AnswerReminderResult =
  /** By this answer, however often it is given. */
  | { kind: 'changed'; caseNumber: number; status: 'closed' | 'elevated' }
  /** An agent was faster: the case is like that already. */
  | { kind: 'unchanged'; caseNumber: number; status: 'closed' | 'elevated' }
  /** The case was closed meanwhile: a press does not open it again. */
  | { kind: 'closed-meanwhile'; caseNumber: number }
  /** Not a question of this player's, or a later one took its place. */
  | { kind: 'not-open' };

/** The player answers the reminder: the case changes by itself, and its timeline says that it was the player. */
export function answerReminder(pool: Pool, { questionId, by, wish }: AnswerReminder): Promise<AnswerReminderResult> {
  return inTransaction(pool, async (transaction) => {
    const question = await lockQuestion(transaction, { questionId, kind: 'reminder', by });
    if (!question?.isNewest) return { kind: 'not-open' };
    const { caseId, caseNumber, status, isAnswered, player } = question;
    await markAnswered(transaction, questionId);
    if (status === wish) return { kind: isAnswered ? 'changed' : 'unchanged', caseNumber, status: wish };
    if (status === 'closed') return { kind: 'closed-meanwhile', caseNumber };
    await transaction.query(
      `update case_management.cases
          set status = $2, version = version + 1, updated_at = now(),
              closed_at = case when $2 = 'closed' then now() end, elevation_reason = null, resolution = null
        where id = $1`,
      [caseId, wish],
    );
    const details = { from: status, to: wish, answering: 'reminder' };
    await recordInTimeline(transaction, { caseId, event: 'status-changed', details, actor: player });
    return { kind: 'changed', caseNumber, status: wish };
  });
}
