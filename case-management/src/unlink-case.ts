import type { Actor, CaseView, UnlinkCaseRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface UnlinkCase extends UnlinkCaseRequest {
  actor: Actor;
}

export type UnlinkCaseResult = { kind: 'unlinked' | 'unchanged'; case: CaseView } | { kind: 'not-found' };

/** Takes a conversation and its task away from a case. Safe to repeat: the timeline tells of it once. */
export function unlinkCase(pool: Pool, request: UnlinkCase): Promise<UnlinkCaseResult> {
  const { caseId, conversationSid, taskSid, actor } = request;
  return inTransaction(pool, async (transaction) => {
    await transaction.query('select 1 from case_management.cases where id = $1 for update', [caseId]);
    const conversations = await transaction.query<{ channel: string }>(
      `delete from case_management.case_conversations where case_id = $1 and conversation_sid = $2 returning channel`,
      [caseId, conversationSid],
    );
    const tasks = await transaction.query<{ channel: string }>(
      `delete from case_management.case_tasks
        where case_id = $1 and (task_sid = $2 or conversation_sid = $3) returning channel`,
      [caseId, taskSid, conversationSid],
    );
    const gone = conversations.rows[0] ?? tasks.rows[0];
    if (gone) {
      const details = { channel: gone.channel, taskSid, conversationSid };
      await recordInTimeline(transaction, { caseId, event: 'unlinked', details, actor });
      await rememberAgent(transaction, actor);
    }
    const view = await readCaseView(transaction, caseId);
    if (!view) return { kind: 'not-found' };
    return { kind: gone ? 'unlinked' : 'unchanged', case: view };
  });
}
