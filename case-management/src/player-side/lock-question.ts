import type { Actor, CaseStatus } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';

/** Who answers: the player of a DM, as Discord tells. */
export interface Answerer {
  applicationId: string;
  userId: string;
}

export interface LockedQuestion {
  caseId: string;
  caseNumber: number;
  status: CaseStatus;
  score: number | null;
  /** It was answered before. */
  isAnswered: boolean;
  /** No later question of its kind was asked about the case. */
  isNewest: boolean;
  player: Actor;
}

interface QuestionRow {
  case_id: string;
  number: string;
  status: CaseStatus;
  csat_score: number | null;
  state: string;
  is_newest: boolean;
  discord_user_id: string;
  display_name: string;
}

/**
 * The question behind a button, and its case under a lock. Undefined when there is none, and for anybody but the player
 * of the case: an id in a button proves nothing.
 */
export async function lockQuestion(
  transaction: PoolClient,
  { questionId, kind, by }: { questionId: string; kind: 'reminder' | 'rating'; by: Answerer },
): Promise<LockedQuestion | undefined> {
  const { rows } = await transaction.query<QuestionRow>(
    `select q.case_id, q.state, c.number, c.status, c.csat_score, p.discord_user_id, p.display_name,
            not exists (select from case_management.player_questions later
                         where later.case_id = q.case_id and later.kind = q.kind
                           and later.created_at > q.created_at) as is_newest
       from case_management.player_questions q
       join case_management.cases c on c.id = q.case_id
       join case_management.contacts p on p.id = c.contact_id
      where q.id = $1 and q.kind = $2 and p.application_id = $3 and p.discord_user_id = $4
        for update of c, q`,
    [questionId, kind, by.applicationId, by.userId],
  );
  const [row] = rows;
  return (
    row && {
      caseId: row.case_id,
      caseNumber: Number(row.number),
      status: row.status,
      score: row.csat_score,
      isAnswered: row.state === 'answered',
      isNewest: row.is_newest,
      player: { kind: 'player', id: row.discord_user_id, name: row.display_name },
    }
  );
}

/** The player has answered. */
export async function markAnswered(transaction: PoolClient, questionId: string): Promise<void> {
  await transaction.query(
    `update case_management.player_questions set state = 'answered', settled_at = now() where id = $1`,
    [questionId],
  );
}
