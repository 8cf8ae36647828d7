import type { DeletedCase } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { CaseReference } from './get-case';

interface DeletedRow {
  case_id: string;
  number: string;
  deleted_by_name: string;
  deleted_at: Date;
}

/** What is known of a case that was deleted, by its own id or by what was kept with it; the last one, if there were more. */
export async function findDeletedCase(database: Queryable, reference: CaseReference): Promise<DeletedCase | undefined> {
  const caseId = 'caseId' in reference ? reference.caseId : null;
  const sids = 'caseId' in reference ? [] : Object.values(reference).filter((sid) => sid !== undefined);
  const { rows } = await database.query<DeletedRow>(
    `select case_id, number, deleted_by_name, deleted_at from case_management.deleted_cases
      where case_id = $1 or links && $2::text[] order by change desc limit 1`,
    [caseId, sids],
  );
  const [row] = rows;
  return (
    row && {
      id: row.case_id,
      number: Number(row.number),
      deletedBy: row.deleted_by_name,
      deletedAt: row.deleted_at.toISOString(),
    }
  );
}
