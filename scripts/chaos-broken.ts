import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildGateway, buildWorker } from './build-product';

const run = { seconds: 25, seed: 1, conversations: 60, perMinute: 1_500 };

/**
 * `npm run chaos:broken`: takes one safeguard after the other out of a temporary copy of the source, builds the worker
 * from it and requires chaos to find it out. The worker as it is goes through the same runs and has to pass. Last line:
 * what was found of each, as JSON; exits 0 only if every broken build was found out and the whole one was not. `-- --only no-nonce` tries that one alone.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  await buildWorker();
  const { brokenBuilds } = await import('../sandbox/src/chaos/broken-builds/broken-builds');
  const { applyPatch, copySource } = await import('../sandbox/src/chaos/broken-builds/copy-source');
  const { runChaos } = await import('../sandbox/src/chaos/run-chaos');
  const { sumUp } = await import('../sandbox/src/chaos/sum-up');

  async function attempt(name: string, options: Pick<Parameters<typeof runChaos>[0], 'program' | 'focus'>) {
    console.log(`\n== ${name}`);
    const result = await runChaos({ ...run, ...options, onProgress: (line) => console.log(line) });
    const { lost, duplicated, reordered, strayed, stale } = result;
    return { name, exit: sumUp([result]).isWhole ? 0 : 1, lost, duplicated, reordered, strayed, stale };
  }

  const chosen = brokenBuilds.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0)
    throw new Error(`There is no ${values.only}: ${brokenBuilds.map(({ name }) => name).join()}`);
  const focus = {
    crashPoints: chosen.flatMap(({ focus: { crashPoints } }) => crashPoints),
    disturbances: chosen.flatMap(({ focus: { disturbances } }) => disturbances),
  };
  const whole = await attempt('as it is', { focus });
  const found = [{ ...whole, shows: 'nothing', isAsExpected: whole.exit === 0 }];
  for (const broken of chosen) {
    const copy = await copySource();
    try {
      await applyPatch(copy.folder, broken.patch);
      await buildGateway(copy.folder);
      const program = join(copy.folder, 'discord-gateway/dist/main.js');
      const result = await attempt(broken.name, { program, focus: broken.focus });
      const { shows } = broken;
      found.push({ ...result, shows, isAsExpected: result.exit === 1 && result[shows] > 0 });
    } finally {
      await copy.remove();
    }
  }
  console.log();
  console.table(found);
  console.log(JSON.stringify({ builds: found }));
  return found.every(({ isAsExpected }) => isAsExpected) ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
