import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../database/test/create-test-database';
import { botToken, type Emulator, startEmulator } from './start-emulator';

const root = join(__dirname, '../../..');

let database: TestDatabase;
let emulator: Emulator;
beforeAll(async () => {
  database = await createTestDatabase();
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator.close();
  await database.drop();
});

/** The command as an admin runs it where there is no terminal. */
function run(parameters: readonly string[], environment: Record<string, string> = {}) {
  const script = join(root, 'scripts/setup-discord.ts');
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script, join(root, 'sandbox/discord-server.json'), ...parameters],
      {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          DISCORD_API_URL: `${emulator.url}/discord/api`,
          DISCORD_BOT_TOKEN: botToken,
          DATABASE_DIRECT_URL: database.connectionString,
          ...environment,
        },
      },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: `${stdout}${stderr}` }),
    );
  });
}

test('npm run setup:discord shows the plan and exits 2, applies and exits 0, and then has nothing to do', async () => {
  expect(await run([])).toMatchObject({ code: 2, output: expect.stringContaining('Run it again with --apply') });
  expect(await run(['--apply'])).toMatchObject({ code: 0, output: expect.stringContaining('Done: ') });
  expect(await run([])).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do.') });
}, 40_000);

test('a variable that is missing is named, with where to find it', async () => {
  const { code, output } = await run([], { DISCORD_BOT_TOKEN: '' });
  expect(code).toBe(1);
  expect(output).toMatch(/DISCORD_BOT_TOKEN is missing.*developer portal/s);
}, 20_000);

test('a wrong token is said without a stack, and is not shown', async () => {
  const { code, output } = await run([], { DISCORD_BOT_TOKEN: 'MTAw.another.secret-of-somebody' });
  expect(code).toBe(1);
  expect(output).toContain('Discord refuses the bot token');
  expect(output).not.toMatch(/secret-of-somebody|\n {4}at /);
}, 20_000);
