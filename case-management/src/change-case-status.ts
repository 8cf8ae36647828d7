import type { Actor, CaseStatus, CaseView } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface ChangeCaseStatus {
  caseId: string;
  status: CaseStatus;
  /** The version that the change was decided on. */
  version: number;
  actor: Actor;
}

export type ChangeCaseStatusResult =
  | { kind: 'changed'; case: CaseView }
  /** The case has this status already: a repeated request, or somebody else wished the same. */
  | { kind: 'unchanged'; case: CaseView }
  /** Somebody changed the case in between; nothing was done. */
  | { kind: 'stale'; current: CaseView }
  | { kind: 'not-found' };

/**
 * Gives a case another status if it is still at the version that the caller looked at. Safe to repeat: once the
 * status is there, asking for it again is `unchanged`, whatever version the request names.
 */
export function changeCaseStatus(pool: Pool, request: ChangeCaseStatus): Promise<ChangeCaseStatusResult> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query('select 1 from case_management.cases where id = $1 for update', [request.caseId]);
    const before = await readCaseView(transaction, request.caseId);
    if (!before) return { kind: 'not-found' };
    if (before.status === request.status) return { kind: 'unchanged', case: before };
    if (before.version !== request.version) return { kind: 'stale', current: before };

    await transaction.query(
      `update case_management.cases
          set status = $2, version = version + 1, updated_at = now(),
              closed_at = case when $2 = 'closed' then now() end, elevation_reason = null, resolution = null
        where id = $1`,
      [request.caseId, request.status],
    );
    await recordInTimeline(transaction, {
      caseId: request.caseId,
      event: 'status-changed',
      details: { from: before.status, to: request.status },
      actor: request.actor,
    });
    await rememberAgent(transaction, request.actor);
    const changed = await readCaseView(transaction, request.caseId);
    return changed ? { kind: 'changed', case: changed } : { kind: 'not-found' };
  });
}
