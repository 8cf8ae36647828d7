import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from './start-postgres';

/**
 * Starts one Postgres for the tests that need a database, with a migrated template that each test file copies.
 * They find the server under TEST_DATABASE_SERVER_URL.
 */
export default async function globalSetup(): Promise<void> {
  const postgres = await startPostgres();
  Object.assign(globalThis, { sandboxPostgres: postgres });
  process.env.TEST_DATABASE_SERVER_URL = await postgres.database('postgres');
  const root = join(__dirname, '../../..');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'scripts/migrate.ts')], {
    cwd: root,
    env: { ...process.env, DATABASE_DIRECT_URL: await postgres.database('migrated') },
  });
}
