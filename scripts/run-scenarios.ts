import { runJest, type TestTotals } from './run-jest';
import { tellStaleRoutes } from './tell-stale-routes';

/**
 * Plays the browser scenarios whose names contain `name` in one shared sandbox. Without a Chromium they are
 * skipped, by name; in CI that is a failure, which skips nothing.
 */
export async function runScenarios(name: string | undefined): Promise<TestTotals> {
  const { chromiumMissing, findChromium } = await import('../sandbox/src/browser/find-chromium');
  const chromium = findChromium(console.log);
  const parameters = ['--selectProjects', 'scenarios', '--runInBand', ...(name ? ['--testNamePattern', name] : [])];
  if (!chromium) {
    console.log(`Browser scenarios are skipped: ${chromiumMissing}`);
    return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  const { forgetRecordedHits } = await import('../sandbox/src/routes/recorded-hits');
  if (!name) forgetRecordedHits('scenarios');
  const { startSandbox } = await import('../sandbox/src/start-sandbox');
  const sandbox = await startSandbox({ port: 0, onProgress: console.log });
  try {
    const totals = await runJest(parameters, { SANDBOX_ADDRESS: sandbox.address, CHROMIUM_PATH: chromium });
    return name ? totals : { ...totals, failed: totals.failed + (await tellStaleRoutes('scenarios')) };
  } finally {
    await sandbox.stop();
  }
}
