import { parseArgs } from 'node:util';
import { buildFunctions } from '../serverless/build';

/**
 * `npm run bench:functions`: how long every Function takes to be imported, how large it is, and how fast the one is that
 * answers players. Last line: the figures as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      samples: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
    },
  });
  const sizes = await buildFunctions();
  const { runBenchFunctions } = await import('../sandbox/src/bench-functions/run-bench-functions');
  const result = await runBenchFunctions({
    sizes,
    rounds: Number(values.rounds),
    samples: Number(values.samples),
    seed: Number(values.seed),
    onProgress: (line) => console.log(line),
  });
  console.log(JSON.stringify(result));
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
