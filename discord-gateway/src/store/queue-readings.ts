import { inTransaction, type Pool } from '@discord-channel/database';

/** How much waits in a queue. */
export interface QueueReading {
  queue: 'inbox' | 'outbox' | 'notices' | 'jobs';
  /** What is not dealt with; of jobs, what is due. */
  depth: number;
  /** Seconds that the oldest of them has waited; 0 when nothing waits. */
  oldestSeconds: number;
  /** Jobs that failed for the last time. */
  givenUp: number;
}

/** Milliseconds after which Postgres ends the reading itself, so that it holds no connection for longer. */
const statementTimeoutMs = 1_000;

/**
 * Reads every queue in one statement. Each part reads the partial index of what waits, so the cost follows the
 * backlog and not the history.
 * @throws what Postgres says, also when the reading takes too long.
 */
export async function readQueues(pool: Pool): Promise<QueueReading[]> {
  return inTransaction(pool, async (db) => {
    await db.query(`set local statement_timeout = ${statementTimeoutMs}`);
    const { rows } = await db.query<QueueReading>(
      `select 'inbox' as queue, count(*)::int as depth,
         coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as "oldestSeconds", 0 as "givenUp"
         from relay.inbox where state = 'waiting'
       union all
       select 'outbox', count(*)::int, coalesce(extract(epoch from now() - min(received_at)), 0)::float8, 0
         from relay.outbox where state in ('waiting', 'undeliverable')
       union all
       select 'notices', count(*)::int, coalesce(extract(epoch from now() - min(received_at)), 0)::float8, 0
         from relay.player_notices where state = 'waiting'
       union all
       select 'jobs', count(*) filter (where attempts < max_attempts and run_at <= now())::int,
         coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now())), 0)::float8,
         count(*) filter (where attempts >= max_attempts and locked_at is null)::int
         from graphile_worker.jobs`,
    );
    return rows;
  });
}
