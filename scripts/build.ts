import { buildProduct, buildWorker } from './build-product';

/** `npm run build` builds all that is deployed; `npm run build -- worker` only the worker, as its container does. */
const build = process.argv[2] === 'worker' ? buildWorker : buildProduct;

build().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
