import { parseArgs } from 'node:util';
import { buildWorker } from './build-product';

/**
 * `npm run bench:relay -- --seed 1`: the worker against a bare client and against the naive design. Last line: the
 * figures as JSON. `--quick` takes a minute and shows little but that everything works.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      conversations: { type: 'string' },
      open: { type: 'string' },
      rounds: { type: 'string' },
      messages: { type: 'string' },
      'remote-per-second': { type: 'string', default: '100' },
    },
  });
  const size = values.quick ? { conversations: 100, open: 100, rounds: 2, messages: 300 } : full;
  await buildWorker();
  const { runBench } = await import('../sandbox/src/bench/run-bench');
  const result = await runBench({
    seed: Number(values.seed),
    conversations: Number(values.conversations ?? size.conversations),
    openConversations: Number(values.open ?? size.open),
    rounds: Number(values.rounds ?? size.rounds),
    messages: Number(values.messages ?? size.messages),
    remotePerSecond: Number(values['remote-per-second']),
    onProgress: (line) => console.log(line),
  });
  console.log(JSON.stringify(result));
}

const full = { conversations: 1_000, open: 10_000, rounds: 3, messages: 2_000 };

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
