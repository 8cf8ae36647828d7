import { type Actor, type CaseSource, caseLimits, type DiscordOrigin } from '@discord-channel/contracts';
import type { PoolClient, Queryable } from '@discord-channel/database';
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
       join case_management.cases c on c.id = l.case_id where l.conversation_sid = $1`,
    [request.conversationSid],
  );
  const found = existing.rows[0];
  if (found) return { kind: 'already-open', caseId: found.id, caseNumber: Number(found.number) };

  const contactId = await upsertContact(transaction, request.origin);
  const { id, number } = await insertCase(transaction, contactId, request);
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
  return { kind: 'opened', caseId: id, caseNumber: Number(number) };
}

async function upsertContact(transaction: Queryable, origin: DiscordOrigin): Promise<string> {
  const { rows } = await transaction.query<{ id: string }>(
    `insert into case_management.contacts
       (application_id, discord_user_id, username, display_name, avatar_url, locale)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (application_id, discord_user_id) do update
       set username = excluded.username, display_name = excluded.display_name, avatar_url = excluded.avatar_url,
           locale = coalesce(excluded.locale, contacts.locale), updated_at = now()
     returning id`,
    [origin.applicationId, origin.userId, origin.username, origin.displayName, origin.avatarUrl, origin.locale],
  );
  return onlyRow(rows).id;
}

async function insertCase(transaction: Queryable, contactId: string, { origin, subject, source }: OpenCase) {
  const { rows } = await transaction.query<{ id: string; number: string }>(
    `insert into case_management.cases (application_id, guild_id, guild_name, contact_id, subject, source)
     values ($1, $2, $3, $4, $5, $6) returning id, number`,
    [origin.applicationId, origin.guildId, origin.guildName, contactId, toSubject(subject), source],
  );
  return onlyRow(rows);
}

/** One line, cut between characters: half a surrogate pair is no text that Postgres takes. */
function toSubject(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  const cut =
    line.length <= caseLimits.subject
      ? line
      : `${line.slice(0, caseLimits.subject - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return cut === '' ? '…' : cut;
}

function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('An insert returned no row');
  return row;
}
