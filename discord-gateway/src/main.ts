import { EnvironmentError } from '@discord-channel/contracts';
import { readConfig } from './config';
import { createLogger } from './create-logger';
import { LeaseLost } from './lease/lease-lost';
import { type RunningWorker, startWorker } from './start-worker';

/** Milliseconds that an orderly end may take before the process ends all the same. */
const stopMs = 25_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger({ level: config.logLevel, secrets: config.secrets });
  const ending = new AbortController();
  let worker: RunningWorker | undefined;

  const end = async (exitCode: number) => {
    if (ending.signal.aborted) return;
    process.exitCode = exitCode;
    ending.abort();
    setTimeout(() => process.exit(exitCode || 1), stopMs).unref();
    await worker?.stop().catch((error: unknown) => logger.error({ err: error }, 'the end was not orderly'));
    logger.info('stopped');
    process.exit();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void end(0);
    });
  }
  const onFatal = (error: Error) => {
    logger.fatal({ err: error }, error.message);
    // Another worker is active: whatever this one would still finish is that one's now.
    if (error instanceof LeaseLost) process.exit(1);
    void end(1);
  };

  try {
    worker = await startWorker({ config, logger, signal: ending.signal, onFatal });
  } catch (error) {
    if (!ending.signal.aborted) onFatal(error instanceof Error ? error : new Error(String(error)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exit(1);
});
