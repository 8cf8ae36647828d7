import type { BugReport, ReportOrigin } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';
import { insertCase } from './insert-case';
import type { OpenedCase } from './open-case';
import { recordInTimeline } from './record-in-timeline';

export interface ReportBug {
  /** The player, and the server that the bug was reported in. */
  origin: ReportOrigin;
  /** Discord's id of the interaction that handed the report in. */
  interactionId: string;
  title: string;
  report: BugReport;
}

/**
 * Opens a case for a bug that a player reported; one interaction opens one case, however often this is called.
 * Takes part in the caller's transaction.
 */
export async function reportBug(transaction: PoolClient, request: ReportBug): Promise<OpenedCase> {
  const { origin, interactionId, title, report } = request;
  // Two callers at once: the second waits here and then finds the first one's case. No case number is burnt.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`report-bug:${interactionId}`]);
  const existing = await transaction.query<{ id: string; number: string }>(
    `select c.id, c.number from case_management.bug_reports r
       join case_management.cases c on c.id = r.case_id where r.interaction_id = $1`,
    [interactionId],
  );
  const found = existing.rows[0];
  if (found) return { kind: 'already-open', caseId: found.id, caseNumber: Number(found.number) };

  const { id, number } = await insertCase(transaction, { origin, subject: title, source: 'bug-command' });
  await transaction.query(
    `insert into case_management.bug_reports (case_id, interaction_id, description, steps, platform)
     values ($1, $2, $3, $4, $5)`,
    [id, interactionId, report.description, report.steps, report.platform],
  );
  await recordInTimeline(transaction, {
    caseId: id,
    event: 'case-opened',
    details: { interactionId, source: 'bug-command' },
    actor: { kind: 'player', id: origin.userId, name: origin.displayName },
  });
  return { kind: 'opened', caseId: id, caseNumber: number };
}
