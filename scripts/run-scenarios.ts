import { availableParallelism } from 'node:os';
import { runJest, type TestTotals } from './run-jest';
import { tellStaleRoutes } from './tell-stale-routes';

/** Sandboxes side by side in a whole run: a scenario waits more than it works. A server that was named has one database. */
const sandboxes = process.env.SANDBOX_DATABASE_URL ? 1 : Math.min(2, availableParallelism());

/**
 * Plays the browser scenarios whose names contain `name` in one sandbox, or all of them, shared among a few. Without a
 * Chromium they are skipped, by name; in CI that is a failure, which skips nothing.
 */
export async function runScenarios(name: string | undefined): Promise<TestTotals> {
  const { chromiumMissing, findChromium } = await import('../sandbox/src/browser/find-chromium');
  const chromium = findChromium(console.log);
  if (!chromium) {
    console.log(`Browser scenarios are skipped: ${chromiumMissing}`);
    return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  if (name) return play(['--testNamePattern', name], chromium);
  const { forgetRecordedHits } = await import('../sandbox/src/routes/recorded-hits');
  forgetRecordedHits('scenarios');
  const shares = Array.from({ length: sandboxes }, (_, place) => `--shard=${place + 1}/${sandboxes}`);
  const plays = shares.map((share) => play([share], chromium));
  // Where one cannot be played, the other's sandbox is stopped before that is told.
  await Promise.allSettled(plays);
  const totals = (await Promise.all(plays)).reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }));
  return { ...totals, failed: totals.failed + (await tellStaleRoutes('scenarios')) };
}

/** In a sandbox of their own, one after the other. */
async function play(parameters: readonly string[], chromium: string): Promise<TestTotals> {
  const { startSandbox } = await import('../sandbox/src/start-sandbox');
  const sandbox = await startSandbox({ port: 0, onProgress: console.log });
  try {
    const environment = { SANDBOX_ADDRESS: sandbox.address, CHROMIUM_PATH: chromium };
    return await runJest(['--selectProjects', 'scenarios', '--runInBand', ...parameters], environment);
  } finally {
    await sandbox.stop();
  }
}
