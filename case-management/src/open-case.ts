import type { Actor, CaseSource, DiscordOrigin } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';
import { insertCase } from './insert-case';
import { recordInTimeline } from './record-in-timeline';

export interface OpenCase {
  /** The player, and the server that the player asked in. */
  origin: DiscordOrigin;
  conversationSid: string;
  /** What it is about, in the player's words. Cut at `caseLimits.subject`. */
  subject: string;
  source: CaseSource;
  actor: Actor;
}

export interface OpenedCase {
  kind: 'opened' | 'already-open';
  caseId: string;
  caseNumber: number;
}

/**
 * Opens the case of a conversation; a conversation has one, however often this is called.
 * Takes part in the caller's transaction, so that a case exists exactly when the caller's own change does.
 */
export async function openCase(transaction: PoolClient, request: OpenCase): Promise<OpenedCase> {
  // Two callers at once: the second waits here and then finds the first one's case. No case number is burnt.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `open-case:${request.conversationSid}`,
  ]);
  const existing = await transaction.query<{ id: string; number: string }>(
    `select c.id, c.number from case_management.case_conversations l
       join case_management.cases c on c.id = l.case_id where l.conversation_sid = $1 for key share of c`,
    [request.conversationSid],
  );
  const found = existing.rows[0];
  if (found) return { kind: 'already-open', caseId: found.id, caseNumber: Number(found.number) };

  const { id, number } = await insertCase(transaction, request);
  await transaction.query(
    'insert into case_management.case_conversations (conversation_sid, case_id) values ($1, $2)',
    [request.conversationSid, id],
  );
  await recordInTimeline(transaction, {
    caseId: id,
    event: 'case-opened',
    details: { conversationSid: request.conversationSid, source: request.source },
    actor: request.actor,
  });
  return { kind: 'opened', caseId: id, caseNumber: number };
}
