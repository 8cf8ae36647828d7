import { inTransaction, type Pool } from '@discord-channel/database';
import { recordInTimeline } from '../record-in-timeline';

const worker = { kind: 'system', id: 'follow-up', name: 'Follow-up' } as const;

/**
 * Records what became of a question: it is in the DM, or Discord will never take it. A player who cannot be reached is
 * not asked again for the same reason; agents read it in the timeline. Safe to repeat.
 * @param outcome `code` is Discord's for its refusal
 */
export function settleQuestion(
  pool: Pool,
  questionId: string,
  outcome: { kind: 'asked' } | { kind: 'not-reached'; code: string },
): Promise<void> {
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ case_id: string; kind: 'reminder' | 'rating' }>(
      `update case_management.player_questions set state = $2, settled_at = now()
        where id = $1 and state = 'wanted' returning case_id, kind`,
      [questionId, outcome.kind],
    );
    const [question] = rows;
    if (!question) return;
    const { case_id: caseId, kind } = question;
    if (outcome.kind === 'not-reached') {
      const details = { question: kind, code: outcome.code };
      await recordInTimeline(transaction, { caseId, event: 'player-not-reached', details, actor: worker });
    } else if (kind === 'reminder') {
      await recordInTimeline(transaction, { caseId, event: 'reminder-sent', details: {}, actor: worker });
    }
  });
}
