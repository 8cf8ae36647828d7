import type { PoolClient } from '@discord-channel/database';
import { type FollowUp, lockFollowUp } from './lock-follow-up';

export interface AskPlayer {
  caseId: string;
  kind: 'reminder' | 'rating';
  /** Looked at again under a lock: whether it is still to be asked. */
  isDue: (followUp: FollowUp) => boolean;
}

/**
 * Writes down a question to the player, once for each reason to ask. Takes part in the caller's transaction, which also
 * writes down that it is to be sent.
 * @returns the question's id, for its buttons; undefined when there is nothing to ask any more
 */
export async function askPlayer(
  transaction: PoolClient,
  { caseId, kind, isDue }: AskPlayer,
): Promise<string | undefined> {
  const followUp = await lockFollowUp(transaction, caseId);
  if (!followUp || !isDue(followUp)) return undefined;
  const { rows } = await transaction.query<{ id: string }>(
    'insert into case_management.player_questions (case_id, kind) values ($1, $2) returning id',
    [caseId, kind],
  );
  return rows[0]?.id;
}
