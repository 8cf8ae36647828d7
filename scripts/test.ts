import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';
import { runChecks } from './check';
import { runJest, type TestTotals } from './run-jest';
import { runScenarios } from './run-scenarios';
import { tellStaleRoutes } from './tell-stale-routes';

/** `npm test`: everything, from lint to browser scenarios. Goes on after a failure, so that one run tells all. */
async function main(): Promise<number> {
  const totals: TestTotals = { passed: 0, failed: 0, skipped: 0 };
  const stage = async (name: string, run: () => Promise<TestTotals>) => {
    console.log(`\n== ${name}`);
    const started = Date.now();
    const { passed, failed, skipped } = await run();
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
    console.log(`== ${name}: ${passed} passed, ${failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  };
  await stage('build', async () => {
    await buildProduct();
    await buildSandbox();
    return { passed: 0, failed: 0, skipped: 0 };
  });
  await stage('check', async () => {
    const failed = runChecks();
    return { passed: 0, failed, skipped: 0 };
  });
  await stage('unit', () => runJest(['--selectProjects', 'unit', 'plugin']));
  // Looked for, and installed where that is possible, before the first test that needs it.
  const { findChromium } = await import('../sandbox/src/browser/find-chromium');
  const chromium = findChromium(console.log);
  const { forgetRecordedHits } = await import('../sandbox/src/routes/recorded-hits');
  forgetRecordedHits('tests');
  await stage('integration', async () => {
    const ran = await runJest(['--selectProjects', 'database', 'sandbox'], chromium ? { CHROMIUM_PATH: chromium } : {});
    return { ...ran, failed: ran.failed + (await tellStaleRoutes('tests')) };
  });
  await stage('chaos', runOneSeed);
  await stage('browser scenarios', () => runScenarios(undefined));
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals.failed;
}

/** A small run of `npm run chaos`: players and agents write for 20 s while workers die. */
async function runOneSeed(): Promise<TestTotals> {
  const { runChaos } = await import('../sandbox/src/chaos/run-chaos');
  const { sumUp } = await import('../sandbox/src/chaos/sum-up');
  const size = { seconds: 20, seed: 1, conversations: 60, perMinute: 900 };
  const result = await runChaos({ ...size, onProgress: (line) => console.log(line) });
  console.log(JSON.stringify(result));
  const { isWhole } = sumUp([result]);
  return { passed: isWhole ? 1 : 0, failed: isWhole ? 0 : 1, skipped: 0 };
}

main().then(
  (failed) => process.exit(failed === 0 ? 0 : 1),
  (error: Error) => {
    console.error(error.stack);
    process.exit(1);
  },
);
