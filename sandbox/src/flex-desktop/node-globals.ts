// Globals of Node that packages inside Flex UI expect their bundler to provide. Injected by the build.
import { Buffer } from 'buffer';

const process = {
  env: { NODE_ENV: 'production' },
  browser: true,
  version: 'v20.0.0',
  versions: {},
  nextTick: (callback: (...values: unknown[]) => void, ...values: unknown[]) =>
    void Promise.resolve().then(() => callback(...values)),
  cwd: () => '/',
  on: () => {},
  emitWarning: () => {},
};

export { Buffer, process };
