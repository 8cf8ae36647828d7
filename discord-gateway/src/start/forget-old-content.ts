import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { forgetOldVersions } from '../store/message-versions';

const everyMs = 60 * 60 * 1_000;

/** Deletes content that was kept long enough, now and every hour, until the worker stops. Never rejects. */
export async function forgetOldContent(deps: { pool: Pool; logger: Logger; signal: AbortSignal }): Promise<void> {
  const { pool, logger, signal } = deps;
  while (!signal.aborted) {
    try {
      const versions = await forgetOldVersions(pool);
      if (versions > 0) logger.info({ versions }, 'forgot old versions of changed messages');
    } catch (error) {
      logger.warn({ err: error }, 'could not forget old versions of changed messages');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
