import type { ExportCasesResponse, ExportedCase, FindCasesRequest, ListedCase } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { findCases } from './find-cases';

export type ExportCasesResult = { kind: 'found'; page: ExportCasesResponse } | { kind: 'unknown-cursor' };

/** How many cases are on a page, where they hold little enough. */
const pageSizes = [500, 100, 20] as const;
/** In UTF-16 units of JSON, far below what a Function may answer. */
const maxPage = 2_000_000;

interface DetailRow {
  id: string;
  priority: ExportedCase['priority'];
  category: string | null;
  follow_up_on: string | null;
  elevation_reason: string | null;
  resolution: string | null;
  username: string | null;
  labels: string[];
  contact_custom_values: Record<string, string>;
}

/**
 * A page of the cases that `findCases` finds, in the same order and as safe to join, with everything that a table of
 * cases has. Where cases hold much, a page has fewer of them.
 */
export async function exportCases(database: Queryable, asked: FindCasesRequest): Promise<ExportCasesResult> {
  let page: ExportCasesResponse | undefined;
  for (const size of pageSizes) {
    const found = await findCases(database, asked, size);
    if (found.kind !== 'found') return found;
    page = { items: await addDetails(database, found.page.items), next: found.page.next };
    if (JSON.stringify(page).length <= maxPage) break;
  }
  return page ? { kind: 'found', page } : { kind: 'unknown-cursor' };
}

async function addDetails(database: Queryable, cases: readonly ListedCase[]): Promise<ExportedCase[]> {
  const { rows } = await database.query<DetailRow>(
    `select c.id, c.priority, c.category, c.follow_up_on::text, c.elevation_reason, c.resolution,
            p.username, p.labels, p.custom_values as contact_custom_values
       from case_management.cases c join case_management.contacts p on p.id = c.contact_id
      where c.id = any ($1::uuid[])`,
    [cases.map(({ id }) => id)],
  );
  const details = new Map(rows.map((row) => [row.id, row]));
  return cases.flatMap((listed) => {
    const row = details.get(listed.id);
    if (!row) return [];
    return {
      ...listed,
      priority: row.priority,
      category: row.category,
      followUpOn: row.follow_up_on,
      elevationReason: row.elevation_reason,
      resolution: row.resolution,
      username: row.username,
      labels: row.labels,
      contactCustomValues: row.contact_custom_values,
    };
  });
}
