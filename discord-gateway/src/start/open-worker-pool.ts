import { openPool, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';

/** Connections held at most: queues, jobs and receivers share them; each query is short. */
const poolSize = 16;

/** The worker's pool. A connection that breaks, idle or in use, is logged and replaced; it never ends the process. */
export function openWorkerPool(connectionString: string, logger: Logger): Pool {
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection broke');
  const pool = openPool({
    connectionString,
    max: poolSize,
    applicationName: 'discord-gateway',
    onIdleError: onError,
  });
  // The pool listens while a connection is idle only; without a listener of its own, one in use would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
