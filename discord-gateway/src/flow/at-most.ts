import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for `work`, but no longer than `ms` milliseconds: for the end of the worker, which may not hang on what is gone. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    await Promise.race([work, sleep(ms, undefined, { signal })]);
  } finally {
    controller.abort();
  }
}
