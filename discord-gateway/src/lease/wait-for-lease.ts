import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { keepTrying } from '../flow/keep-trying';
import { endFormerConnections, type TakenLease, takeLease } from '../store/leases';

export interface WaitForLeaseOptions {
  pool: Pool;
  applicationId: string;
  /** Host and process, for the operator. */
  holder: string;
  logger: Logger;
  signal: AbortSignal;
}

/** Milliseconds between two looks of a stand-by. */
const lookEveryMs = 300;

/**
 * Stands by until the lease is free, takes it and ends the connections of whoever held it before. When it resolves,
 * no transaction of an earlier worker can commit any more.
 * @throws AbortError when the process is to end meanwhile.
 */
export async function waitForLease({ pool, applicationId, holder, logger, signal }: WaitForLeaseOptions) {
  const attempt = () => takeLease(pool, applicationId, holder);
  let lease: TakenLease | undefined;
  for (let looks = 0; !lease; looks += 1) {
    if (looks === 1) logger.info('another worker is active, standing by');
    if (looks > 0) await sleep(lookEveryMs, undefined, { signal });
    lease = await keepTrying(attempt, { what: 'ask for the lease', logger, signal });
  }
  const { epoch, formerSilentMs } = lease;
  await keepTrying(
    async () => {
      const left = await endFormerConnections(pool, applicationId, epoch);
      if (left > 0) throw new Error(`${left} connections of an earlier worker do not end`);
    },
    { what: 'end the connections of the worker before', logger, signal },
  );
  logger.info({ epoch, formerSilentMs }, 'took the lease');
  return lease;
}
