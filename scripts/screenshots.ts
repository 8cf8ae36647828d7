import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';

/** `npm run screenshots`: plays the story and keeps the pictures of the docs, so that they show today's product. */
async function main(): Promise<void> {
  await buildProduct();
  await buildSandbox();
  const { startSandbox } = await import('../sandbox/src/start-sandbox');
  const { takeScreenshots } = await import('../sandbox/scenarios/take-screenshots');
  const folder = join(__dirname, '../docs/screenshots');
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ port: 0, onProgress: console.log });
  try {
    await takeScreenshots({ address: sandbox.address, folder, onProgress: console.log });
  } finally {
    await sandbox.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
