import {
  type CannedResponse,
  type CannedResponsesResponse,
  cannedResponseLimits,
  type saveCannedResponseRequest,
} from '@discord-channel/contracts';
import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { isKnownServer } from '../administration/is-known-server';
import { findCannedResponses } from './find-canned-responses';

type SaveRequest = (typeof saveCannedResponseRequest)['_output'];

export type SaveCannedResponseResult =
  | ({ kind: 'saved' } & CannedResponsesResponse)
  /** Somebody changed it since that version; nothing was done. */
  | { kind: 'stale'; updatedBy: string }
  /** Somebody deleted it; nothing was done. */
  | { kind: 'gone' }
  /** Another response for the same server has this shortcut. */
  | { kind: 'shortcut-taken' }
  | { kind: 'unknown-server' }
  | { kind: 'too-many' };

/**
 * Adds a canned response or changes one that was not changed since it was looked at. Safe to repeat.
 * @param updatedBy who writes, for the record.
 */
export function saveCannedResponse(
  pool: Pool,
  { id, version, server, response }: SaveRequest,
  updatedBy: string,
): Promise<SaveCannedResponseResult> {
  return inTransaction(pool, async (transaction): Promise<SaveCannedResponseResult> => {
    // One after the other: shortcuts and their number are compared with what is there.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['canned-responses']);
    const all = await findCannedResponses(transaction);
    const known = all.responses.find((one) => one.id === id);
    if (known && isSame(known, response)) return { kind: 'saved', ...all };
    if (!known && version !== null) return { kind: 'gone' };
    if (known && known.version !== version) return { kind: 'stale', updatedBy: known.updatedBy };
    const { applicationId, guildId } = known ?? server;
    if (!known && !(await isKnownServer(transaction, server))) return { kind: 'unknown-server' };
    const beside = all.responses.filter(
      (one) => one.id !== id && one.applicationId === applicationId && one.guildId === guildId,
    );
    const shortcut = response.shortcut.toLowerCase();
    if (beside.some((one) => one.shortcut.toLowerCase() === shortcut)) return { kind: 'shortcut-taken' };
    if (!known && all.responses.length >= cannedResponseLimits.responses) return { kind: 'too-many' };
    await write(transaction, { id, server: { applicationId, guildId }, response }, updatedBy);
    return { kind: 'saved', ...(await findCannedResponses(transaction)) };
  });
}

async function write(
  transaction: Queryable,
  { id, server, response }: Omit<SaveRequest, 'version'>,
  updatedBy: string,
): Promise<void> {
  const { shortcut, label, text, language } = response;
  await transaction.query(
    `insert into knowledge_base.canned_responses as present
       (id, application_id, guild_id, shortcut, label, text, language, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update
       set shortcut = excluded.shortcut, label = excluded.label, text = excluded.text, language = excluded.language,
           updated_by = excluded.updated_by, updated_at = now(), version = present.version + 1`,
    [id, server.applicationId, server.guildId, shortcut, label, text, language, updatedBy],
  );
}

/** True for a request that was carried out before. */
function isSame(known: CannedResponse, response: SaveRequest['response']): boolean {
  const content = ({ shortcut, label, text, language }: SaveRequest['response']) =>
    JSON.stringify([shortcut, label, text, language]);
  return content(known) === content(response);
}
