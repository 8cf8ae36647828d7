import type { Actor, CaseView, LinkCaseRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool, type PoolClient } from '@discord-channel/database';
import { linkTask } from './link-task';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface LinkCase extends LinkCaseRequest {
  actor: Actor;
}

export type LinkCaseResult = { kind: 'linked'; case: CaseView } | { kind: 'not-found' };

/**
 * Keeps a task and its conversation with a case; they leave the one that they had. An open case that is left with
 * nothing but its opening was the same topic: it is closed and says where it goes on. Safe to repeat.
 */
export function linkCase(pool: Pool, { caseId, task, actor }: LinkCase): Promise<LinkCaseResult> {
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ number: string }>(
      'select number from case_management.cases where id = $1 for update',
      [caseId],
    );
    const [target] = rows;
    if (!target) return { kind: 'not-found' };
    const left = await linkTask(transaction, { caseId, task, actor, ifFree: false });
    for (const earlier of left) await closeIfEmpty(transaction, earlier, Number(target.number), actor);
    await rememberAgent(transaction, actor);
    const view = await readCaseView(transaction, caseId);
    return view ? { kind: 'linked', case: view } : { kind: 'not-found' };
  });
}

async function closeIfEmpty(transaction: PoolClient, caseId: string, number: number, actor: Actor): Promise<void> {
  const closed = await transaction.query(
    `update case_management.cases c
        set status = 'closed', closed_at = now(), updated_at = now(), version = version + 1, resolution = $2
      where c.id = $1 and c.status = 'open' and c.version = 1
        and not exists (select from case_management.case_conversations l where l.case_id = c.id)
        and not exists (select from case_management.case_tasks t where t.case_id = c.id)
        and not exists (select from case_management.case_notes n where n.case_id = c.id)
        and not exists (select from case_management.bug_reports r where r.case_id = c.id)`,
    [caseId, `Goes on in case #${number}.`],
  );
  if (closed.rowCount === 0) return;
  const details = { from: 'open', to: 'closed', continuedIn: number };
  await recordInTimeline(transaction, { caseId, event: 'status-changed', details, actor });
}
