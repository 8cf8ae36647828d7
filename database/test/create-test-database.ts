import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  connectionString: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for one test file: a copy of the template that the test run prepared. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_SERVER_URL;
  if (!server) throw new Error('TEST_DATABASE_SERVER_URL is not set: run these tests with `npm test`');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template migrated`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.toString(),
    drop: () =>
      onServer(server, async (client) => {
        await untilLeft(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/**
 * Waits at most a second for connections that were told to close: `pool.end()` resolves before they are, and one that
 * is ended by the server instead reports an error.
 */
async function untilLeft(client: Client, database: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const { rows } = await client.query('select 1 from pg_stat_activity where datname = $1', [database]);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function onServer(connectionString: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
