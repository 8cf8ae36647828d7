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
  await onServer(server, `create database ${name} template migrated`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.toString(),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
