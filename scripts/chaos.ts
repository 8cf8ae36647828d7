import { parseArgs } from 'node:util';
import type { ChaosResult } from '../sandbox/src/chaos/run-chaos';
import type { BrokenRun } from '../sandbox/src/chaos/sum-up';
import { buildWorker } from './build-product';

/**
 * `npm run chaos -- --seconds 60 --seed 1`: both sides write while everything that can break does. Last line: what
 * was lost, doubled or reordered, as JSON. `--seeds 20` makes as many runs, each with the next seed and a line when it
 * is over; the last line then has the sums, and `runs` what each found. Exits 0 if nothing was lost and all was shown
 * that a run of this length is to show, 1 if something was or a run broke off, 2 if only something was not shown.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      conversations: { type: 'string', default: '200' },
      'per-minute': { type: 'string', default: '2100' },
    },
  });
  await buildWorker();
  const { runChaos } = await import('../sandbox/src/chaos/run-chaos');
  const { sumUp } = await import('../sandbox/src/chaos/sum-up');
  const { describeRun } = await import('../sandbox/src/chaos/describe-run');

  async function attempt(seed: number): Promise<ChaosResult | BrokenRun> {
    const options = {
      seconds: Number(values.seconds),
      seed,
      conversations: Number(values.conversations),
      perMinute: Number(values['per-minute']),
      onProgress: (line: string) => console.log(line),
    };
    // One that cannot be started does not take the others with it.
    return runChaos(options).catch((error: Error) => ({ seed, error: error.stack ?? error.message }));
  }

  const runs: (ChaosResult | BrokenRun)[] = [];
  const [first, count] = [Number(values.seed), Number(values.seeds)];
  for (let seed = first; seed < first + count; seed += 1) {
    const run = await attempt(seed);
    runs.push(run);
    console.log(describeRun(run));
  }
  const sum = sumUp(runs);
  console.log(JSON.stringify(runs.length === 1 ? runs[0] : sum));
  if (!sum.isWhole) return 1;
  return sum.shortcomings.length > 0 ? 2 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
