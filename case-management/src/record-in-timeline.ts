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
const cardAfterMs = 1_500;

/**
 * Adds one line to the timeline of a case, in the transaction of the change that it tells of. Whatever changes a case
 * passes here, so this is where Flex gets to hear of it, and where what the player is asked and shown begins.
 */
export async function recordInTimeline(transaction: Queryable, entry: TimelineEntry): Promise<void> {
  await transaction.query(
    `insert into case_management.case_timeline (case_id, event, details, actor_kind, actor_id, actor_name)
     values ($1, $2, $3, $4, $5, $6)`,
    [entry.caseId, entry.event, entry.details, entry.actor.kind, entry.actor.id, entry.actor.name],
  );
  // A key for all would have every change wait for the one before it. One queue: what is newest is written last.
  const key = `publish:${entry.caseId}`;
  await enqueueJob(transaction, 'publish-case-changes', {}, { key, queue: 'publish-case-changes' });
  const { caseId } = entry;
  await enqueueJob(transaction, 'follow-case', { caseId }, { key: `follow:${caseId}` });
  const runAt = new Date(Date.now() + cardAfterMs);
  await enqueueJob(transaction, 'show-case-card', { caseId }, { key: `card:${caseId}`, runAt });
}
