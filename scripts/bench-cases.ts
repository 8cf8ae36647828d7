import { parseArgs } from 'node:util';
import { buildFunctions } from '../serverless/build';

/**
 * `npm run bench:cases -- --cases 100000`: the cases view and the panel at the Functions, with five times as many notes
 * as cases. Last line: the figures as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000' },
      samples: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
    },
  });
  const cases = Number(values.cases);
  await buildFunctions();
  const { runBenchCases } = await import('../sandbox/src/bench-cases/run-bench-cases');
  const result = await runBenchCases({
    cases,
    notes: cases * 5,
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
