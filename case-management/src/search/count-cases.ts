import type { CaseRange, CountCasesResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** How many cases were opened in a range of time, by what has become of them. */
export async function countCases(database: Queryable, { from, to }: CaseRange): Promise<CountCasesResponse> {
  const { rows } = await database.query<{ status: 'open' | 'elevated' | 'closed'; count: string }>(
    `select status, count(*) from case_management.cases
      where created_at >= coalesce($1::timestamptz, '-infinity') and created_at < coalesce($2::timestamptz, 'infinity')
      group by status`,
    [from ?? null, to ?? null],
  );
  const counts = {
    open: 0,
    elevated: 0,
    closed: 0,
    ...Object.fromEntries(rows.map((row) => [row.status, Number(row.count)])),
  };
  return { all: counts.open + counts.elevated + counts.closed, ...counts };
}
