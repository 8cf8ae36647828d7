import { openPool, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { LeaseLost } from '../lease/lease-lost';
import { connectionName, isLeaseHeld } from '../store/leases';

/** Connections held at most: queues and jobs share them; each query is short. */
const poolSize = 16;
/** For receivers, renewals and the wait for the lease, which must not queue behind the work. */
const receiverPoolSize = 4;

/**
 * The pool of the active worker: each of its connections carries the epoch of the lease, and none is opened once
 * another worker has taken over. A connection that breaks is logged and replaced; it never ends the process.
 */
export function openWorkerPool(
  connectionString: string,
  { applicationId, epoch, logger }: { applicationId: string; epoch: number; logger: Logger },
): Pool {
  return openPool({
    connectionString,
    max: poolSize,
    applicationName: connectionName(applicationId, epoch),
    onBrokenConnection: (error) => logger.warn({ err: error }, 'a database connection broke'),
    prepareStatements: true,
    pipelineStatements: true,
    onConnect: async (connection) => {
      if (!(await isLeaseHeld(connection, applicationId, epoch))) throw new LeaseLost(epoch);
    },
  });
}

/** The pool of a worker that stands by, and of what any worker may do: store a webhook, ask for the lease. */
export function openReceiverPool(connectionString: string, logger: Logger): Pool {
  return openPool({
    connectionString,
    max: receiverPoolSize,
    applicationName: 'discord-gateway receiver',
    prepareStatements: true,
    pipelineStatements: true,
    onBrokenConnection: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
}
