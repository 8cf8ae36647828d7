import { parseArgs } from 'node:util';
import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';

/**
 * `npm run demo`: builds what changed, starts everything and prints one address; Ctrl-C ends it all.
 * `npm run demo -- --check`: plays the story in headless Chromium and exits 0 only if every step holds.
 */
async function main(): Promise<number> {
  const started = Date.now();
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      port: { type: 'string', default: '3000' },
      seed: { type: 'string' },
    },
  });
  await buildProduct();
  await buildSandbox();
  // Loaded late: what it imports exists only after the builds.
  const { startSandbox } = await import('../sandbox/src/start-sandbox');
  // The check takes any free port, so that it runs beside a demo.
  const port = values.check ? 0 : Number(values.port);
  const sandbox = await startSandbox({ port, onProgress: console.log });
  const interrupted = new Promise<'interrupted'>((resolve) => {
    // Ctrl-C reaches this process twice, from the terminal and from npm: the second must not end it half stopped.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve('interrupted'));
  });
  try {
    console.log(`Ready in ${((Date.now() - started) / 1000).toFixed(1)} s. Open ${sandbox.address}`);
    if (values.check) {
      const { checkStory } = await import('../sandbox/scenarios/check-story');
      const outcome = await Promise.race([checkStory({ sandbox, onProgress: console.log }), interrupted]);
      return outcome === 'passed' ? 0 : 1;
    }
    console.log(`Logs: ${sandbox.logDirectory}. Ctrl-C ends the demo.`);
    const ended = await Promise.race([interrupted, sandbox.died]);
    if (ended === 'interrupted') return 0;
    console.error(ended.message);
    return 1;
  } finally {
    await sandbox.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
