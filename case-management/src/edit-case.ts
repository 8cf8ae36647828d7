import type { Actor, CaseChanges, CaseView } from '@discord-channel/contracts';
import { inTransaction, type Pool, type PoolClient } from '@discord-channel/database';
import { changeCustomValues, type WrongCustomValue } from './custom-fields/change-custom-values';
import { findEdits } from './find-edits';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface EditCase {
  caseId: string;
  /** The version that the changes were decided on. */
  version: number;
  changes: CaseChanges;
  actor: Actor;
}

export type EditCaseResult =
  | { kind: 'changed'; case: CaseView }
  /** The case is like that already: a repeated request, or somebody else wished the same. */
  | { kind: 'unchanged'; case: CaseView }
  /** Somebody changed the case in between; nothing was done. */
  | { kind: 'stale'; current: CaseView }
  /** Nobody with this identity ever changed a case. */
  | { kind: 'unknown-owner' }
  /** Only an elevated case has a reason for it, only a closed one a resolution. */
  | { kind: 'wrong-status'; field: 'elevationReason' | 'resolution' }
  | WrongCustomValue
  | { kind: 'not-found' };

/**
 * Changes what agents say about a case, all of it or nothing, if the case is still at the version that the caller
 * looked at. Safe to repeat: once the case is like that, asking again is `unchanged`, whatever version is named.
 */
export function editCase(pool: Pool, { caseId, version, changes, actor }: EditCase): Promise<EditCaseResult> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query('select 1 from case_management.cases where id = $1 for update', [caseId]);
    const before = await readCaseView(transaction, caseId);
    if (!before) return { kind: 'not-found' };

    const { owner: wished, customValues, ...others } = changes;
    const owner = wished === undefined ? before.owner : await findOwner(transaction, wished, actor);
    if (owner === 'unknown') return { kind: 'unknown-owner' };
    const after = { ...before, ...others, owner };
    const custom = await changeCustomValues(transaction, 'case', before.customValues, customValues);
    if (custom.kind !== 'changed') return custom;
    const plain = Object.keys(changes).filter((field) => field !== 'customValues');
    const edits = [...findEdits(before, after, plain as Exclude<keyof CaseChanges, 'customValues'>[]), ...custom.edits];
    if (edits.length === 0) return { kind: 'unchanged', case: before };
    if (before.version !== version) return { kind: 'stale', current: before };
    if (after.elevationReason !== null && before.status !== 'elevated') {
      return { kind: 'wrong-status', field: 'elevationReason' };
    }
    if (after.resolution !== null && before.status !== 'closed') return { kind: 'wrong-status', field: 'resolution' };

    await transaction.query(
      `update case_management.cases
          set subject = $2, priority = $3, category = $4, tags = $5, owner_id = $6, owner_name = $7,
              follow_up_on = $8, elevation_reason = $9, resolution = $10, custom_values = $11, version = version + 1, updated_at = now()
        where id = $1`,
      [
        caseId,
        after.subject,
        after.priority,
        after.category,
        after.tags,
        owner?.id ?? null,
        owner?.name ?? null,
        after.followUpOn,
        after.elevationReason,
        after.resolution,
        custom.values,
      ],
    );
    await recordInTimeline(transaction, { caseId, event: 'case-edited', details: { edits }, actor });
    await rememberAgent(transaction, actor);
    const changed = await readCaseView(transaction, caseId);
    return changed ? { kind: 'changed', case: changed } : { kind: 'not-found' };
  });
}

async function findOwner(
  transaction: PoolClient,
  wished: NonNullable<CaseChanges['owner']> | null,
  actor: Actor,
): Promise<CaseView['owner'] | 'unknown'> {
  if (wished === null) return null;
  if (wished.kind === 'me') return { id: actor.id, name: actor.name };
  const { rows } = await transaction.query<{ id: string; name: string }>(
    'select id, name from case_management.agents where id = $1',
    [wished.id],
  );
  return rows[0] ?? 'unknown';
}
