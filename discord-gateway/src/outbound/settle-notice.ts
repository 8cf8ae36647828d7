import { enqueueJob, inTransaction, type Pool } from '@discord-channel/database';
import { cardOfNotice } from '../case-questions/card-notice';
import { questionOfNotice } from '../case-questions/question-notice';
import { finishNotice } from '../store/player-notices';

/** A notice is with the player, or never will be. Who asked something with it hears of that. */
export async function settleNotice(pool: Pool, key: string, result: Parameters<typeof finishNotice>[2]): Promise<void> {
  const questionId = questionOfNotice(key);
  const caseId = cardOfNotice(key);
  if (questionId === undefined && caseId === undefined) return finishNotice(pool, key, result);
  const refusal = result.state === 'failed' ? { refusal: result.code } : {};
  await inTransaction(pool, async (db) => {
    await finishNotice(db, key, result);
    if (questionId) await enqueueJob(db, 'settle-question', { questionId, ...refusal }, { key: `settle-${key}` });
    // The case may have changed while the card was on its way.
    if (caseId) await enqueueJob(db, 'show-case-card', { caseId }, { key: `card:${caseId}` });
  });
}
