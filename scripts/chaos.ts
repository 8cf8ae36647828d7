import { parseArgs } from 'node:util';
import { buildWorker } from './build-product';

/**
 * `npm run chaos -- --seconds 60 --seed 1`: both sides write while everything that can break does. Last line: what
 * was lost, doubled or reordered, as JSON; exits 0 only if nothing was. `--seeds 20` makes as many runs, each with the
 * next seed; the last line then has the sums, and `runs` what each found.
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
  const runs: Awaited<ReturnType<typeof runChaos>>[] = [];
  const [first, count] = [Number(values.seed), Number(values.seeds)];
  for (let seed = first; seed < first + count; seed += 1) {
    const result = await runChaos({
      seconds: Number(values.seconds),
      seed,
      conversations: Number(values.conversations),
      perMinute: Number(values['per-minute']),
      onProgress: (line) => console.log(line),
    });
    runs.push(result);
    if (count > 1) console.log(JSON.stringify(result));
  }
  const [only] = runs;
  const sum = sumUp(runs);
  console.log(JSON.stringify(runs.length === 1 ? only : sum));
  return sum.isWhole ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
