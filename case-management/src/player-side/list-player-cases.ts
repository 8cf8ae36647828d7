import type { CaseStatus } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** A case as its player sees it. */
export interface PlayerCase {
  number: number;
  subject: string;
  status: CaseStatus;
  createdAt: Date;
  /** Of the last change. */
  updatedAt: Date;
}

interface PlayerCaseRow {
  number: string;
  subject: string;
  status: CaseStatus;
  created_at: Date;
  updated_at: Date;
  total: string;
}

/** The newest cases of a player, newest first, and how many there are in all. */
export async function listPlayerCases(
  database: Queryable,
  { applicationId, userId, limit }: { applicationId: string; userId: string; limit: number },
): Promise<{ cases: PlayerCase[]; total: number }> {
  const { rows } = await database.query<PlayerCaseRow>(
    `select c.number, c.subject, c.status, c.created_at, c.updated_at, count(*) over () as total
       from case_management.cases c join case_management.contacts p on p.id = c.contact_id
      where p.application_id = $1 and p.discord_user_id = $2 order by c.number desc limit $3`,
    [applicationId, userId, limit],
  );
  const cases = rows.map((row) => ({
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
  return { cases, total: Number(rows[0]?.total ?? 0) };
}
