import type { Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { openReceiverPool } from '../../src/start/open-worker-pool';
import { logger } from './start-relay';

/** A migrated database for the tests of one file, emptied after each. Returns what gives its pool. */
export function useDatabase(): () => Pool {
  let database: TestDatabase | undefined;
  let pool: Pool | undefined;
  const openedPool = () => {
    if (!pool) throw new Error('The database is there during tests only');
    return pool;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openReceiverPool(database.connectionString, logger);
  });
  afterEach(async () => {
    await openedPool().query(
      `truncate relay.gateway_sessions, relay.leases, relay.guilds, relay.dm_channels, relay.conversations, relay.inbox, relay.outbox,
         relay.player_notices, relay.backfills, relay.outbox_changes, relay.message_versions, relay.task_events, relay.server_objects, relay.announcements, virtual_agent.conversations, graphile_worker._private_jobs cascade`,
    );
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });
  return openedPool;
}
