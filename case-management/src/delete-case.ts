import type { Actor, CaseView, DeleteCaseRequest, DeletedCase } from '@discord-channel/contracts';
import { enqueueJob, inTransaction, type Pool, type PoolClient } from '@discord-channel/database';
import { findDeletedCase } from './find-deleted-case';
import { readCaseView } from './read-case-view';
import { cardAfterMs, publishChange } from './record-in-timeline';

export interface DeleteCase extends DeleteCaseRequest {
  actor: Actor;
}

export type DeleteCaseResult =
  /** It is gone: now, or since an earlier request. */
  | { kind: 'deleted'; deleted: DeletedCase }
  /** Somebody changed the case in between, or left a note; nothing was done. */
  | { kind: 'stale'; current: CaseView }
  /** An agent's message to the player is on its way, and its conversation will be kept with the case. */
  | { kind: 'message-on-its-way' }
  | { kind: 'not-found' };

/**
 * Takes a case away with everything that was written in it: notes, history, report, links, questions to the player. The
 * contact and the conversations stay. That there was a case, who deleted it and when is written down in the same
 * transaction, without anything that anybody wrote. Safe to repeat.
 */
export function deleteCase(pool: Pool, { caseId, version, notes, actor }: DeleteCase): Promise<DeleteCaseResult> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query('select 1 from case_management.cases where id = $1 for update', [caseId]);
    const view = await readCaseView(transaction, caseId);
    if (!view) {
      const deleted = await findDeletedCase(transaction, { caseId });
      return deleted ? { kind: 'deleted', deleted } : { kind: 'not-found' };
    }
    if (view.version !== version || view.notes.length !== notes) return { kind: 'stale', current: view };
    const sending = await transaction.query(
      `select 1 from case_management.outreaches where case_id = $1 and state = 'sending' limit 1`,
      [caseId],
    );
    if (sending.rowCount !== 0) return { kind: 'message-on-its-way' };

    const applicationId = await writeDown(transaction, view, actor);
    await transaction.query('delete from case_management.cases where id = $1', [caseId]);
    await publishChange(transaction, caseId);
    if (applicationId !== null) {
      // In the place of a card that was still to be shown.
      const options = { key: `card:${caseId}`, runAt: new Date(Date.now() + cardAfterMs) };
      await enqueueJob(transaction, 'close-case-card', { caseId, number: view.number, applicationId }, options);
    }
    const deleted = await findDeletedCase(transaction, { caseId });
    if (!deleted) throw new Error('A deletion that was just written down is gone');
    return { kind: 'deleted', deleted };
  });
}

/** @returns the Discord application that the player of the case writes to */
async function writeDown(transaction: PoolClient, view: CaseView, actor: Actor): Promise<string | null> {
  const links = view.links.flatMap(({ conversationSid, taskSid }) => [conversationSid, taskSid]);
  const { rows } = await transaction.query<{ application_id: string | null }>(
    `insert into case_management.deleted_cases
       (case_id, number, application_id, version, links, opened_at, deleted_by_id, deleted_by_name, change)
     select c.id, c.number, p.application_id, c.version + 1, $2, c.created_at, $3, $4,
            nextval(pg_get_serial_sequence('case_management.case_timeline', 'id'))
       from case_management.cases c join case_management.contacts p on p.id = c.contact_id
      where c.id = $1 returning application_id`,
    [view.id, [...new Set(links.filter((sid) => sid !== null))], actor.id, actor.name],
  );
  return rows[0]?.application_id ?? null;
}
