import { type CaseListResponse, type FindRequest, findPageSize } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readSummaries, type SummaryRow } from './read-summaries';
import { searchWords } from './search-words';

/**
 * A page of cases, newest first: those whose number, subject, player or report holds every word. Filters, counters and
 * an index for many cases come with the full cases view.
 */
export async function findCases(database: Queryable, { search, before }: FindRequest): Promise<CaseListResponse> {
  const { rows } = await database.query<SummaryRow>(
    `select c.id, c.number, c.subject, c.status, c.source, c.created_at, p.display_name
       from case_management.cases c
       join case_management.contacts p on p.id = c.contact_id
       left join case_management.bug_reports r on r.case_id = c.id
      where c.number < coalesce($1::bigint, 9223372036854775807)
        and concat_ws(' ', c.number, c.subject, p.display_name, p.username, r.description, r.steps) ilike all ($2::text[])
      order by c.number desc limit $3`,
    [before ?? null, searchWords(search), findPageSize + 1],
  );
  const items = readSummaries(rows.slice(0, findPageSize));
  return { items, next: rows.length > findPageSize ? (items.at(-1)?.number ?? null) : null };
}
