import type { Actor } from '@discord-channel/contracts';
import { enqueueJob, type Queryable } from '@discord-channel/database';

type Detail = string | number | null | readonly Detail[] | { readonly [name: string]: Detail };

export interface TimelineEntry {
  caseId: string;
  event:
    | 'case-opened'
    | 'case-edited'
    | 'contact-edited'
    | 'status-changed'
    | 'note-added'
    | 'agent-joined'
    | 'agent-left'
    | 'linked'
    | 'unlinked'
    | 'reminder-sent'
    | 'player-not-reached'
    | 'rated'
    | 'player-messaged';
  /** What a reader of the timeline needs beside the event. Never the text of a note or a message. */
  details: Readonly<Record<string, Detail>>;
  actor: Actor;
}

/** Changes that come together are shown together, and a new case is first told in words. In milliseconds. */
export const cardAfterMs = 1_500;

/**
 * Adds one line to the timeline of a case, in the transaction of the change that it tells of. Whatever changes a case
 * passes here, so this is where Flex gets to hear of it, and where what the player is asked and shown begins. Of a case
 * that was deleted meanwhile nothing is kept.
 */
export async function recordInTimeline(transaction: Queryable, entry: TimelineEntry): Promise<void> {
  const recorded = await transaction.query(
    `insert into case_management.case_timeline (case_id, event, details, actor_kind, actor_id, actor_name)
     select id, $2, $3, $4, $5, $6 from case_management.cases where id = $1 for key share`,
    [entry.caseId, entry.event, entry.details, entry.actor.kind, entry.actor.id, entry.actor.name],
  );
  if (recorded.rowCount === 0) return;
  const { caseId } = entry;
  await publishChange(transaction, caseId);
  await enqueueJob(transaction, 'follow-case', { caseId }, { key: `follow:${caseId}` });
  const runAt = new Date(Date.now() + cardAfterMs);
  await enqueueJob(transaction, 'show-case-card', { caseId }, { key: `card:${caseId}`, runAt });
}

/** Has every desk told that a case changed. */
export async function publishChange(transaction: Queryable, caseId: string): Promise<void> {
  // A key for all would have every change wait for the one before it. One queue: what is newest is written last.
  const options = { key: `publish:${caseId}`, queue: 'publish-case-changes' };
  await enqueueJob(transaction, 'publish-case-changes', {}, options);
}
