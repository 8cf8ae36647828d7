import { join } from 'node:path';
import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';

/** `npm run screenshots`: keeps the README's picture, and one of every screen under `.sandbox/screenshots`. */
async function main(): Promise<void> {
  await buildProduct();
  await buildSandbox();
  const { startSandbox } = await import('../sandbox/src/start-sandbox');
  const { takeScreenshots } = await import('../sandbox/scenarios/take-screenshots');
  const docsFolder = join(__dirname, '../docs/screenshots');
  const folder = join(__dirname, '../.sandbox/screenshots');
  const sandbox = await startSandbox({ port: 0, onProgress: console.log });
  try {
    await takeScreenshots({ address: sandbox.address, docsFolder, folder, onProgress: console.log });
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
