import type { Queryable } from '@discord-channel/database';

/** A question that a player was asked. */
export interface PlayerQuestion {
  kind: 'reminder' | 'rating';
  isAnswered: boolean;
}

/** Undefined when there is none with this id. */
export async function readQuestion(database: Queryable, questionId: string): Promise<PlayerQuestion | undefined> {
  const { rows } = await database.query<{ kind: PlayerQuestion['kind']; state: string }>(
    'select kind, state from case_management.player_questions where id = $1',
    [questionId],
  );
  return rows[0] && { kind: rows[0].kind, isAnswered: rows[0].state === 'answered' };
}
