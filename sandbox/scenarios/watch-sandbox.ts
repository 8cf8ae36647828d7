import { join, relative } from 'node:path';
import { recordHits } from '../src/routes/recorded-hits';
import { SandboxControl } from './sides/sandbox-control';

// A scenario goes through real processes and a real browser; each thing it waits for has a limit of its own.
jest.setTimeout(120_000);

const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
let before: Readonly<Record<string, number>> = {};

beforeAll(async () => {
  before = await control.routeHits();
});

// Whatever the product and the real Flex UI ask, the emulators know it.
afterEach(async () => {
  expect(await control.unhandled()).toEqual([]);
});

afterAll(async () => {
  const now = Object.entries(await control.routeHits());
  const hits = Object.fromEntries(now.filter(([route, count]) => count > (before[route] ?? 0)));
  const { testPath = '' } = expect.getState();
  recordHits({ kind: 'scenarios', file: relative(join(__dirname, '..'), testPath), hits: [hits] });
});
