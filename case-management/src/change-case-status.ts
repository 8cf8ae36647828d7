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
  /** Why it is elevated or how it was resolved, said together with it. An open case keeps none. */
  reason?: string | null;
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
    const said = request.status === 'open' ? undefined : (request.reason ?? undefined);
    const same = before.status === request.status;
    const reasonBefore = request.status === 'elevated' ? before.elevationReason : before.resolution;
    if (same && (said === undefined || said === reasonBefore)) return { kind: 'unchanged', case: before };
    if (before.version !== request.version) return { kind: 'stale', current: before };

    await transaction.query(
      `update case_management.cases
          set status = $2, version = version + 1, updated_at = now(),
              closed_at = case when $2 = 'closed' then coalesce(closed_at, now()) end,
              elevation_reason = case when $2 = 'elevated' then $3 end,
              resolution = case when $2 = 'closed' then $3 end
        where id = $1`,
      [request.caseId, request.status, said ?? null],
    );
    const field = request.status === 'elevated' ? 'elevationReason' : 'resolution';
    const edits = said === undefined ? [] : [{ field, from: same ? reasonBefore : null, to: said }];
    const { caseId, actor } = request;
    if (!same) {
      const details = { from: before.status, to: request.status };
      await recordInTimeline(transaction, { caseId, event: 'status-changed', details, actor });
    }
    if (edits.length > 0)
      await recordInTimeline(transaction, { caseId, event: 'case-edited', details: { edits }, actor });
    await rememberAgent(transaction, request.actor);
    const changed = await readCaseView(transaction, request.caseId);
    return changed ? { kind: 'changed', case: changed } : { kind: 'not-found' };
  });
}
