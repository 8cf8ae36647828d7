import type { Actor, CaseView, CreateCaseRequest, ReportOrigin } from '@discord-channel/contracts';
import { inTransaction, type Pool, type PoolClient } from '@discord-channel/database';
import { fillInContact } from './fill-in-contact';
import { findDeletedCase } from './find-deleted-case';
import { findOrAddContact } from './find-or-add-contact';
import { linkTask } from './link-task';
import { readCaseView } from './read-case-view';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';
import { toSubject } from './to-subject';

export interface CreateCase extends CreateCaseRequest {
  /** The Discord player of the task's conversation; null for a task of another channel, or none. */
  player: ReportOrigin | null;
  actor: Actor;
}

export type CreateCaseResult =
  | { kind: 'created' | 'already-created'; case: CaseView }
  /** It was opened by an earlier request, and deleted since. */
  | { kind: 'deleted' }
  /** Without a task, a name or an address has to tell whose case it is. */
  | { kind: 'contact-missing' }
  /** Another case has a note with this id; nothing was done. */
  | { kind: 'note-id-taken' };

/**
 * An agent opens a case: contact, case, first note and the link to its task, all of it or nothing. Once per case id,
 * however often this is called. A task that has a case already stays with that one: the new case is another topic.
 */
export function createCase(pool: Pool, request: CreateCase): Promise<CreateCaseResult> {
  return inTransaction(pool, async (transaction) => {
    // Two requests at once: the second waits here and then finds the first one's case. No case number is burnt.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`create-case:${request.caseId}`]);
    const existing = await readCaseView(transaction, request.caseId);
    if (existing) return { kind: 'already-created', case: existing };
    if (await findDeletedCase(transaction, { caseId: request.caseId })) return { kind: 'deleted' };
    const taken = await transaction.query('select 1 from case_management.case_notes where id = $1', [request.noteId]);
    if (taken.rowCount !== 0) return { kind: 'note-id-taken' };

    const { fields, player, task, actor } = request;
    const contactId = await findOrAddContact(transaction, { player, task, fields });
    if (contactId === undefined) return { kind: 'contact-missing' };
    await insert(transaction, request, contactId);
    await fillInContact(transaction, { caseId: request.caseId, contactId, fields, actor });
    if (task) await linkTask(transaction, { caseId: request.caseId, task, actor, ifFree: true });
    await rememberAgent(transaction, actor);
    const created = await readCaseView(transaction, request.caseId);
    if (!created) throw new Error('A case that was just inserted is gone');
    return { kind: 'created', case: created };
  });
}

async function insert(transaction: PoolClient, request: CreateCase, contactId: string): Promise<void> {
  const { caseId, noteId, fields, player, task, actor } = request;
  const source = task === null ? 'agent' : player ? 'discord-dm' : 'other-channel';
  await transaction.query(
    `insert into case_management.cases
       (id, application_id, guild_id, guild_name, contact_id, subject, source, status, tags, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $8 = 'closed' then now() end)`,
    [
      caseId,
      player?.applicationId ?? null,
      player?.guildId ?? null,
      player?.guildName ?? null,
      contactId,
      toSubject(fields.subject || fields.note),
      source,
      fields.status,
      fields.tags,
    ],
  );
  await transaction.query(
    `insert into case_management.case_notes (id, case_id, text, author_kind, author_id, author_name)
     values ($1, $2, $3, $4, $5, $6)`,
    [noteId, caseId, fields.note, actor.kind, actor.id, actor.name],
  );
  const details = { source, status: fields.status, taskSid: task?.taskSid ?? null };
  await recordInTimeline(transaction, { caseId, event: 'case-opened', details, actor });
  await recordInTimeline(transaction, { caseId, event: 'note-added', details: { noteId }, actor });
}
