import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestTotals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs jest with these arguments, its output shown as it comes, and counts the tests. A crash counts as one failure. */
export async function runJest(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TestTotals> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-results-'));
  const results = join(folder, 'results.json');
  const root = join(__dirname, '..');
  const jest = spawn(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), ...parameters, '--json', `--outputFile=${results}`],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } },
  );
  const [status] = await once(jest, 'exit');
  try {
    const counted = JSON.parse(readFileSync(results, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numRuntimeErrorTestSuites: number;
    };
    return {
      passed: counted.numPassedTests,
      failed: counted.numFailedTests + counted.numRuntimeErrorTestSuites,
      skipped: counted.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
