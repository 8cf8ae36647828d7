import type { CaseView } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readCaseView } from './read-case-view';

/** A case by its own id, or by the conversation or the task that it was talked about in. */
export type CaseReference = { caseId: string } | { conversationSid: string; taskSid?: string } | { taskSid: string };

export type GetCaseResult = { kind: 'found'; case: CaseView } | { kind: 'not-found' };

export async function getCase(database: Queryable, reference: CaseReference): Promise<GetCaseResult> {
  const caseId = 'caseId' in reference ? reference.caseId : await caseOf(database, reference);
  const view = caseId && (await readCaseView(database, caseId));
  return view ? { kind: 'found', case: view } : { kind: 'not-found' };
}

async function caseOf(
  database: Queryable,
  reference: Exclude<CaseReference, { caseId: string }>,
): Promise<string | undefined> {
  const conversationSid = 'conversationSid' in reference ? reference.conversationSid : null;
  const { rows } = await database.query<{ case_id: string }>(
    `select case_id from case_management.case_conversations where conversation_sid = $1
      union all select case_id from case_management.case_tasks where task_sid = $2 limit 1`,
    [conversationSid, reference.taskSid ?? null],
  );
  return rows[0]?.case_id;
}
