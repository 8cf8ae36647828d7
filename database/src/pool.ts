import { Pool, type PoolClient, type QueryResult } from 'pg';
import { PreparingClient } from './preparing-client';

export type { Pool, PoolClient } from 'pg';

/** What a query needs: a pool, or the client of a running transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

export interface PoolOptions {
  connectionString: string;
  /** Most connections held at once. A Function takes 1 or 2: the pooler in front of the database is shared. */
  max: number;
  /** Shown in `pg_stat_activity`. */
  applicationName: string;
  /** Told when a connection breaks, idle or in use: the pool replaces it, the process must not die of it. */
  onBrokenConnection: (error: Error) => void;
  /** Asked about each new connection before anybody may use it: what it throws refuses the connection. */
  onConnect?: (connection: Queryable) => Promise<void>;
  /** Plans each statement once per connection. Not behind a transaction pooler, which hands connections around. */
  prepareStatements?: boolean;
  /** Statements that do not wait for one another go out together. https://node-postgres.com/features/pipelining */
  pipelineStatements?: boolean;
}

/** Opens a pool lazily: no connection is made before the first query. Connecting gives up after 2 s, a statement after 8 s. */
export function openPool(options: PoolOptions): Pool {
  // Documented by node-postgres, and not in its types yet. https://node-postgres.com/apis/pool
  const untyped: object = {
    ...(options.onConnect && { onConnect: options.onConnect }),
    ...(options.pipelineStatements && { pipeline: true }),
  };
  const pool = new Pool({
    ...untyped,
    ...(options.prepareStatements && { Client: PreparingClient }),
    connectionString: options.connectionString,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 8_000,
    keepAlive: true,
  });
  pool.on('error', options.onBrokenConnection);
  // The pool itself listens only while a connection is idle; unheard, an error of one in use would end the process.
  pool.on('connect', (client) => client.on('error', options.onBrokenConnection));
  return pool;
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * @throws also when `work` returned although a statement had failed, which undoes the others.
 */
export function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return withTransaction(pool, async (client) => {
    const begun = client.query('begin');
    // The first statement goes along with it, and fails when it fails.
    if (isPipelined(client)) begun.catch(() => {});
    else await begun;
    const result = await work(client);
    await begun;
    requireCommit(await client.query('commit'));
    return result;
  });
}

/**
 * Stores statements that need no answers from one another, all of them or none, in a single round trip where statements
 * are pipelined: the commit goes along with them. `write` asks for all of them at once, before it returns.
 * @throws what the first of them failed with; nothing is stored then, or nobody knows: the connection broke on the way.
 */
export function writeTogether(pool: Pool, write: (db: Queryable) => readonly Promise<unknown>[]): Promise<void> {
  return withTransaction(pool, async (client) => {
    const begun = client.query('begin');
    begun.catch(() => {});
    const { db, seal } = sealable(client);
    const written = write(db);
    seal();
    const ended = client.query('commit');
    for (const outcome of await Promise.allSettled([begun, ...written, ended])) {
      if (outcome.status === 'rejected') throw outcome.reason;
    }
    requireCommit(await ended);
  });
}

/** Lends `run` a connection: what it throws ends its transaction, and the connection where that cannot be done. */
async function withTransaction<Result>(pool: Pool, run: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await run(client);
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Postgres answers "ROLLBACK" to the commit of a transaction that failed. */
function requireCommit({ command }: QueryResult): void {
  if (command !== 'COMMIT') throw new Error(`A transaction ended with ${command}`);
}

/** What is asked for after the seal would run outside of the transaction. */
function sealable(client: PoolClient): { db: Queryable; seal: () => void } {
  let isSealed = false;
  const query = (...parameters: unknown[]) => {
    if (isSealed) throw new Error('A statement came after the commit: all of them have to be asked for at once');
    return Reflect.apply(client.query, client, parameters) as unknown;
  };
  return {
    db: { query: query as Queryable['query'] },
    seal: () => {
      isSealed = true;
    },
  };
}

function isPipelined(client: PoolClient): boolean {
  return 'pipeline' in client && client.pipeline === true;
}
