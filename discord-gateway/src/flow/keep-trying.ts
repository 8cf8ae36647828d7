import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type BackOffLimits, backOff } from './back-off';

const limits: BackOffLimits = { baseMs: 250, maxMs: 15_000 };

export interface KeepTryingOptions {
  /** What is being tried, for the log: "reach the database". */
  what: string;
  logger: Logger;
  /** Ends the trying: the returned promise then rejects. */
  signal: AbortSignal;
  /** True for an error that no repetition cures: it is thrown at once. */
  isFinal?: (error: unknown) => boolean;
}

/**
 * Repeats `attempt` until it succeeds, backing off from 0.25 s to 15 s. For what the worker cannot do without.
 * @throws the error that `isFinal` recognises, or an AbortError.
 */
export async function keepTrying<Result>(attempt: () => Promise<Result>, options: KeepTryingOptions): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    options.signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (options.isFinal?.(error)) throw error;
      const delayMs = backOff(failures, limits);
      options.logger.warn({ err: error, failures, delayMs }, `could not ${options.what}, trying again`);
      await sleep(delayMs, undefined, { signal: options.signal });
    }
  }
}
