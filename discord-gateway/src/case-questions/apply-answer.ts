import { answerReminder, rateCase } from '@discord-channel/case-management';
import type { CaseAnswer } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { PlayerTextKey } from '@discord-channel/player-texts';

/** What became of an answer, for the player. */
export type AnswerOutcome =
  | { kind: 'told'; text: PlayerTextKey; number: number }
  | { kind: 'rated'; number: number; score: number }
  /** Nobody waits for this answer, or not for this player's. */
  | { kind: 'not-open' };

/** Lets an answer change its case, if it is the player's own. */
export async function applyAnswer(
  pool: Pool,
  answer: CaseAnswer,
  by: { applicationId: string; userId: string },
): Promise<AnswerOutcome> {
  const { questionId } = answer;
  if (answer.kind === 'rate') {
    const rated = await rateCase(pool, { questionId, by, score: answer.score });
    return rated.kind === 'rated' ? { kind: 'rated', number: rated.caseNumber, score: rated.score } : rated;
  }
  const wish = answer.kind === 'close' ? 'closed' : 'elevated';
  const result = await answerReminder(pool, { questionId, by, wish });
  if (result.kind === 'not-open') return result;
  const number = result.caseNumber;
  if (result.kind === 'closed-meanwhile') return { kind: 'told', text: 'case.closed-already', number };
  return { kind: 'told', text: `case.${result.status}-${result.kind === 'changed' ? 'now' : 'already'}`, number };
}
