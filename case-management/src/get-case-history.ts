import type { Actor, CaseHistoryResponse, GetCaseHistoryRequest } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readSummaries, type SummaryRow } from './read-summaries';

const pageSize = 50;
const maxOtherCases = 25;

interface EntryRow {
  id: string;
  event: string;
  details: Record<string, unknown>;
  actor_kind: Actor['kind'];
  actor_id: string;
  actor_name: string;
  happened_at: Date;
}

export type GetCaseHistoryResult = { kind: 'found'; history: CaseHistoryResponse } | { kind: 'not-found' };

/** A page of what happened to a case, newest first, and the newest other cases of its contact. */
export async function getCaseHistory(
  database: Queryable,
  { caseId, before }: GetCaseHistoryRequest,
): Promise<GetCaseHistoryResult> {
  const { rows: entries } = await database.query<EntryRow>(
    `select id, event, details, actor_kind, actor_id, actor_name, happened_at from case_management.case_timeline
      where case_id = $1 and id < coalesce($2::bigint, 9223372036854775807) order by id desc limit $3`,
    [caseId, before ?? null, pageSize + 1],
  );
  // Every case has at least the entry of its opening.
  if (entries.length === 0 && before === undefined) return { kind: 'not-found' };
  const { rows: others } = await database.query<SummaryRow>(
    `select c.id, c.number, c.subject, c.status, c.source, c.created_at, p.display_name
       from case_management.cases own
       join case_management.cases c on c.contact_id = own.contact_id and c.id <> own.id
       join case_management.contacts p on p.id = c.contact_id
      where own.id = $1 order by c.number desc limit $2`,
    [caseId, maxOtherCases],
  );
  const timeline = entries.slice(0, pageSize).map((row) => ({
    id: Number(row.id),
    event: row.event,
    details: row.details,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    at: row.happened_at.toISOString(),
  }));
  const next = entries.length > pageSize ? (timeline.at(-1)?.id ?? null) : null;
  return { kind: 'found', history: { timeline, next, otherCases: readSummaries(others) } };
}
