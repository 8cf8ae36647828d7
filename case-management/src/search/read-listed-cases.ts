import type { CaseSort, ListedCase } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { sortOrder } from './sort-orders';
import type { SqlValues } from './sql-values';

interface ListedRow {
  id: string;
  number: string;
  subject: string;
  status: ListedCase['status'];
  source: ListedCase['source'];
  tags: string[];
  custom_values: Record<string, string>;
  owner_id: string | null;
  owner_name: string | null;
  csat_score: number | null;
  created_at: Date;
  updated_at: Date;
  closed_at: Date | null;
  display_name: string;
  customer_name: string;
  email: string | null;
  phone: string | null;
  updated_by: string | null;
  sort_value: string;
  read_at: string;
}

export interface ListedRows {
  items: ListedCase[];
  /** Of each: what it is sorted by. */
  sortValues: string[];
  /** When they were read, by the database's clock. */
  at: string;
}

/** Reads what a list shows of the cases whose ids a statement gives, in their order. */
export async function readListedCases(
  database: Queryable,
  ids: string,
  sort: CaseSort,
  values: SqlValues,
): Promise<ListedRows> {
  const { expression, direction } = sortOrder(sort);
  const { rows } = await database.query<ListedRow>(
    `with page as materialized (${ids})
     select c.id, c.number, c.subject, c.status, c.source, c.tags, c.custom_values, c.owner_id, c.owner_name, c.csat_score,
            c.created_at, c.updated_at, c.closed_at, p.display_name, p.email, p.phone,
            coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.display_name) as customer_name,
            (select t.actor_name from case_management.case_timeline t
              where t.case_id = c.id order by t.id desc limit 1) as updated_by,
            (${expression})::text as sort_value,
            to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as read_at
       from page join case_management.cases c on c.id = page.id
       join case_management.contacts p on p.id = c.contact_id
      order by ${expression} ${direction}, c.number ${direction}`,
    values.list,
  );
  return {
    items: rows.map(toListedCase),
    sortValues: rows.map((row) => row.sort_value),
    at: rows[0]?.read_at ?? '',
  };
}

function toListedCase(row: ListedRow): ListedCase {
  return {
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    playerName: row.display_name,
    customer: { name: row.customer_name, email: row.email, phone: row.phone },
    tags: row.tags,
    customValues: row.custom_values,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    csatScore: row.csat_score,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
