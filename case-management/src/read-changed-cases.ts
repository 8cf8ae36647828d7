import { type ChangedCase, maxChangedCases } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** So many of the newest lines of all timelines are looked at: cases that change together have several each. */
const maxLines = 200;

interface ChangeRow {
  case_id: string;
  number: string;
  version: number;
  change: string;
}

/** The cases that changed last, newest first, each once; those that were deleted too. */
export async function readChangedCases(database: Queryable): Promise<ChangedCase[]> {
  const { rows } = await database.query<ChangeRow>(
    `select t.case_id, c.number, c.version, t.change
       from (select case_id, max(id) as change
               from (select case_id, id from case_management.case_timeline order by id desc limit $1) newest
              group by case_id) t
       join case_management.cases c on c.id = t.case_id
      union all
     (select case_id, number, version, change from case_management.deleted_cases order by change desc limit $2)
      order by change desc limit $2`,
    [maxLines, maxChangedCases],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    number: Number(row.number),
    version: row.version,
    change: Number(row.change),
  }));
}
