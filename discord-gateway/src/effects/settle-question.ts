import { settleQuestion as settle } from '@discord-channel/case-management';
import type { Effect } from './effect';

/** Writes to the case what became of a question: the player has it, or cannot be reached. */
export const settleQuestion: Effect<'settle-question'> = async ({ pool, logger }, { questionId, refusal }) => {
  await settle(pool, questionId, refusal === undefined ? { kind: 'asked' } : { kind: 'not-reached', code: refusal });
  if (refusal !== undefined) logger.info({ questionId, code: refusal }, 'a player could not be asked about a case');
};
