import { buildProduct } from './build-product';

buildProduct().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
