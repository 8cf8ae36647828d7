import type { CaseSource, ReportOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { toSubject } from './to-subject';
import { upsertContact } from './upsert-contact';

/** Inserts an open case together with its contact. Whoever calls makes sure that it is wanted once. */
export async function insertCase(
  transaction: Queryable,
  { origin, subject, source }: { origin: ReportOrigin; subject: string; source: CaseSource },
): Promise<{ id: string; number: number }> {
  const contactId = await upsertContact(transaction, origin);
  const { rows } = await transaction.query<{ id: string; number: string }>(
    `insert into case_management.cases (application_id, guild_id, guild_name, contact_id, subject, source)
     values ($1, $2, $3, $4, $5, $6) returning id, number`,
    [origin.applicationId, origin.guildId, origin.guildName, contactId, toSubject(subject), source],
  );
  const [row] = rows;
  if (!row) throw new Error('An insert returned no row');
  return { id: row.id, number: Number(row.number) };
}
