import { parseArgs } from 'node:util';
import { buildWorker } from './build-product';

/**
 * `npm run chaos -- --seconds 60 --seed 1`: both sides write while everything that can break does. Last line: what
 * was lost, doubled or reordered, as JSON; exits 0 only if nothing was.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      conversations: { type: 'string', default: '200' },
      'per-minute': { type: 'string', default: '2000' },
    },
  });
  await buildWorker();
  const { runChaos } = await import('../sandbox/src/chaos/run-chaos');
  const result = await runChaos({
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    conversations: Number(values.conversations),
    perMinute: Number(values['per-minute']),
    onProgress: (line) => console.log(line),
  });
  console.log(JSON.stringify(result));
  return result.lost + result.duplicated + result.reordered === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
