import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from '@discord-channel/database';

export interface FunctionsRole {
  /** Of the test's database, as the Functions reach it. */
  connectionString: string;
  drop: () => Promise<void>;
}

/**
 * Gives the Functions a role with the rights of the admin guide, and no others, under a name of its own: roles belong to
 * the server, which several tests share.
 * @param owner of the test's database
 */
export async function createFunctionsRole(owner: Pool, connectionString: string): Promise<FunctionsRole> {
  const role = `channel_functions_${randomBytes(4).toString('hex')}`;
  const guide = readFileSync(join(__dirname, '../../docs/admin-guide.md'), 'utf8');
  const [, statements] = /```sql\n(create role channel_functions [^`]*)```/.exec(guide) ?? [];
  if (!statements) throw new Error('The admin guide has no statements for the role of the Functions');
  await owner.query(statements.replaceAll('channel_functions', role));
  const url = new URL(connectionString);
  url.username = role;
  url.password = '...';
  return {
    connectionString: url.toString(),
    async drop() {
      await owner.query(`drop owned by ${role}`);
      await owner.query(`drop role ${role}`);
    },
  };
}
