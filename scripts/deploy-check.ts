import { buildProduct } from './build-product';
import { buildSandbox } from './build-sandbox';

/**
 * `npm run deploy:check`: deploys a clean clone with the official tools to an emulated account and plays the story on
 * what was uploaded; `-- --no-story` leaves that out and needs no browser. Last line: the steps and the uploaded sizes as JSON.
 */
async function main(): Promise<number> {
  // The worker and the pages of the story; what is deployed is built in the clone.
  await buildProduct();
  await buildSandbox();
  const { deployCheck } = await import('../sandbox/src/deployment/deploy-check');
  const withStory = !process.argv.includes('--no-story');
  const result = await deployCheck({ onProgress: console.log, withStory });
  console.log(JSON.stringify(result));
  return result.failed === 0 && result.passed === result.steps ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
