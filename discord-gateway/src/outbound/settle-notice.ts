import { enqueueJob, inTransaction, type Pool } from '@discord-channel/database';
import { questionOfNotice } from '../case-questions/question-notice';
import { finishNotice } from '../store/player-notices';

/** A notice is with the player, or never will be. Who asked something with it hears of that. */
export async function settleNotice(pool: Pool, key: string, result: Parameters<typeof finishNotice>[2]): Promise<void> {
  const questionId = questionOfNotice(key);
  if (questionId === undefined) return finishNotice(pool, key, result);
  const refusal = result.state === 'failed' ? { refusal: result.code } : {};
  await inTransaction(pool, async (db) => {
    await finishNotice(db, key, result);
    await enqueueJob(db, 'settle-question', { questionId, ...refusal }, { key: `settle-${key}` });
  });
}
