import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';
import { runScenarios } from './run-scenarios';

/** `npm run scenarios -- NAME`: the browser scenarios whose names contain NAME. Last line: the counts as JSON. */
async function main(): Promise<void> {
  const name = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  await buildProduct();
  await buildSandbox();
  const { passed, failed, skipped } = await runScenarios(name);
  console.log(JSON.stringify({ scenarios: passed + failed, passed, failed, skipped }));
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
