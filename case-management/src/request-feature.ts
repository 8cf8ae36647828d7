import type { ReportOrigin } from '@discord-channel/contracts';
import type { PoolClient } from '@discord-channel/database';
import { toSubject } from './to-subject';
import { upsertContact } from './upsert-contact';

export interface RequestFeature {
  /** The player, and the server that the idea was shared in. */
  origin: ReportOrigin;
  /** Discord's id of the interaction that handed the idea in. */
  interactionId: string;
  /** The beginning of the description where the player gave none. */
  title: string | null;
  description: string;
}

export interface RequestedFeature {
  kind: 'recorded' | 'already-recorded';
  number: number;
}

/**
 * Records the idea of a player; one interaction makes one record, however often this is called. Takes part in the
 * caller's transaction.
 */
export async function requestFeature(transaction: PoolClient, request: RequestFeature): Promise<RequestedFeature> {
  const { origin, interactionId, title, description } = request;
  // Two callers at once: the second waits here and then finds the first one's record. No number is burnt.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `request-feature:${interactionId}`,
  ]);
  const existing = await transaction.query<{ number: string }>(
    'select number from case_management.feature_requests where interaction_id = $1',
    [interactionId],
  );
  const found = existing.rows[0];
  if (found) return { kind: 'already-recorded', number: Number(found.number) };

  const contactId = await upsertContact(transaction, origin);
  const { rows } = await transaction.query<{ number: string }>(
    `insert into case_management.feature_requests
       (application_id, guild_id, guild_name, contact_id, interaction_id, title, description)
     values ($1, $2, $3, $4, $5, $6, $7) returning number`,
    [
      origin.applicationId,
      origin.guildId,
      origin.guildName,
      contactId,
      interactionId,
      toSubject(title ?? description),
      description,
    ],
  );
  return { kind: 'recorded', number: Number(rows[0]?.number) };
}
