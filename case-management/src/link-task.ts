import type { Actor, CaseTask } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { recordInTimeline } from './record-in-timeline';

export interface LinkTask {
  caseId: string;
  task: CaseTask;
  actor: Actor;
  /** True: only if neither the task nor its conversation has a case. Else they change over from the one they had. */
  ifFree: boolean;
}

/**
 * Keeps a task, and its conversation if it has one, with a case. Safe to repeat: the timelines tell of it once.
 * @returns the cases that they were kept with before, and are not any more
 */
export async function linkTask(
  transaction: Queryable,
  { caseId, task, actor, ifFree }: LinkTask,
): Promise<readonly string[]> {
  const { taskSid, conversationSid, channel } = task;
  const before = await transaction.query<{ case_id: string }>(
    `select case_id from case_management.case_conversations where conversation_sid = $1
      union all select case_id from case_management.case_tasks where task_sid = $2`,
    [conversationSid, taskSid],
  );
  const had = before.rows.map((row) => row.case_id);
  if (had.length > 0 && ifFree) return [];
  if (conversationSid) {
    await transaction.query(
      `insert into case_management.case_conversations as link (conversation_sid, case_id, channel) values ($1, $2, $3)
       on conflict (conversation_sid) do update set case_id = excluded.case_id, linked_at = now()
         where link.case_id <> excluded.case_id`,
      [conversationSid, caseId, channel],
    );
  }
  await transaction.query(
    `insert into case_management.case_tasks as link (task_sid, case_id, channel, conversation_sid)
     values ($1, $2, $3, $4)
     on conflict (task_sid) do update set case_id = excluded.case_id, linked_at = now()
       where link.case_id <> excluded.case_id`,
    [taskSid, caseId, channel, conversationSid],
  );
  const left = [...new Set(had)].filter((earlier) => earlier !== caseId);
  if (had.length > 0 && left.length === 0) return [];
  const details = { channel, taskSid, conversationSid };
  for (const earlier of left)
    await recordInTimeline(transaction, { caseId: earlier, event: 'unlinked', details, actor });
  await recordInTimeline(transaction, { caseId, event: 'linked', details, actor });
  return left;
}
