import { openPool, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';

/** Connections held at most: queues, jobs and receivers share them; each query is short. */
const poolSize = 16;

/** The worker's pool. A connection that breaks, idle or in use, is logged and replaced; it never ends the process. */
export function openWorkerPool(connectionString: string, logger: Logger): Pool {
  return openPool({
    connectionString,
    max: poolSize,
    applicationName: 'discord-gateway',
    onBrokenConnection: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
}
