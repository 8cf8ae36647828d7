import type { ListedContact } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { SqlValues } from '../search/sql-values';

export interface ListedContacts {
  items: ListedContact[];
  /** Of each: what it is sorted by. */
  sortValues: string[];
  /** When they were read, by the database's clock. */
  at: string;
}

interface ContactRow {
  id: string;
  name: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  labels: string[];
  notes: string | null;
  custom_values: Record<string, string>;
  username: string | null;
  created_at: Date;
  updated_at: Date;
  cases: string;
  closed: string;
  newest_case_id: string | null;
  sort_value: string;
  read_at: string;
}

/**
 * Reads what a list shows of some contacts.
 * @param order a statement that gives their ids, what they are sorted by, and how that stands in `order by`
 */
export async function readListedContacts(
  database: Queryable,
  { ids, expression, by }: { ids: string; expression: string; by: string },
  values: SqlValues,
): Promise<ListedContacts> {
  const { rows } = await database.query<ContactRow>(
    `with page as materialized (${ids})
     select p.id, p.display_name as name, p.first_name, p.last_name, p.email, p.phone, p.labels, p.notes,
            p.custom_values, p.username, p.created_at, p.updated_at, own.cases, own.closed, own.newest_case_id,
            (${expression})::text as sort_value,
            to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as read_at
       from page join case_management.contacts p on p.id = page.id
       cross join lateral (
         select count(*) as cases, count(*) filter (where c.status = 'closed') as closed,
                (array_agg(c.id order by c.number desc))[1] as newest_case_id
           from case_management.cases c where c.contact_id = p.id) as own
      order by ${by}`,
    values.list,
  );
  return {
    items: rows.map(toListedContact),
    sortValues: rows.map((row) => row.sort_value),
    at: rows[0]?.read_at ?? '',
  };
}

const toListedContact = (row: ContactRow): ListedContact => ({
  id: row.id,
  name: row.name,
  firstName: row.first_name,
  lastName: row.last_name,
  email: row.email,
  phone: row.phone,
  labels: row.labels,
  notes: row.notes,
  customValues: row.custom_values,
  username: row.username,
  cases: { all: Number(row.cases), closed: Number(row.closed) },
  newestCaseId: row.newest_case_id,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});
