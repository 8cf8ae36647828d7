import type { CaseTask, NewCaseFields, ReportOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { upsertContact } from './upsert-contact';

export interface ContactOfCase {
  player: ReportOrigin | null;
  task: CaseTask | null;
  fields: Pick<NewCaseFields, 'firstName' | 'lastName' | 'email' | 'phone'>;
}

/**
 * The contact that a case is for: the Discord player, else whoever has the task's address in its channel, else a new
 * one by what the agent wrote.
 * @returns its id; undefined when nothing tells who it is
 */
export async function findOrAddContact(
  transaction: Queryable,
  { player, task, fields }: ContactOfCase,
): Promise<string | undefined> {
  if (player) return upsertContact(transaction, player);
  const written = [fields.firstName, fields.lastName].filter(Boolean).join(' ') || fields.email || fields.phone;
  const name = written || task?.name || task?.address;
  if (!task?.address) return name ? addContact(transaction, name) : undefined;

  const { channel, address } = task;
  // Two cases at once of somebody new: the second waits here and then finds the first one's contact.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contact:${channel}:${address}`]);
  const known = await transaction.query<{ contact_id: string }>(
    'select contact_id from case_management.contact_identities where channel = $1 and address = $2',
    [channel, address],
  );
  if (known.rows[0]) return known.rows[0].contact_id;
  const contactId = await addContact(transaction, name || address);
  await transaction.query(
    'insert into case_management.contact_identities (channel, address, contact_id) values ($1, $2, $3)',
    [channel, address, contactId],
  );
  return contactId;
}

async function addContact(transaction: Queryable, name: string): Promise<string> {
  const { rows } = await transaction.query<{ id: string }>(
    'insert into case_management.contacts (display_name) values ($1) returning id',
    [name],
  );
  const [row] = rows;
  if (!row) throw new Error('An insert returned no row');
  return row.id;
}
