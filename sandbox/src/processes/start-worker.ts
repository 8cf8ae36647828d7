import { setTimeout as wait } from 'node:timers/promises';
import { type EnvironmentChanges, launchWorker, type WorkerOptions } from './launch-worker';
import { lastLines, type RunningProcess } from './run-process';

const readyWithinMs = 30_000;

/**
 * Starts the built worker; resolves when /readyz says so.
 * @throws Error with the last lines of its log.
 */
export async function startWorker(options: WorkerOptions, changes?: EnvironmentChanges): Promise<RunningProcess> {
  const { port } = options;
  const worker = launchWorker(options, changes);
  const outcome = await Promise.race([untilReady(port), worker.ended.then(() => 'ended' as const)]);
  if (outcome === 'ready') return worker;
  await worker.stop();
  throw new Error(
    `The worker ${outcome === 'ended' ? 'ended' : 'was not ready in time'}:\n${lastLines(options.logFile)}`,
  );
}

async function untilReady(port: number): Promise<'ready' | 'late'> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (await isReady(port)) return 'ready';
    await wait(100);
  }
  return 'late';
}

/** Whether the worker at this port is the active one and messages flow through it. */
export function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
