/**
 * `npm run test:node22`: the tests of everything that Functions are made of, on the Node that Twilio runs them on. It
 * comes from npm, once, beside the one that is installed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const packages = ['contracts', 'database', 'player-texts', 'case-management', 'knowledge-base', 'virtual-agent'];
const tests = [...packages, 'serverless'].map((name) => `${name}/test`).join(' ');

const { status } = spawnSync(
  'npx',
  ['--yes', '--package=node@22', '-c', `node --version && node node_modules/jest/bin/jest.js ${tests}`],
  { cwd: join(__dirname, '..'), stdio: 'inherit' },
);
process.exit(status ?? 1);
