import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestDatabase } from '@discord-channel/database/testing';

jest.setTimeout(90_000);

const root = join(__dirname, '../..');
const dockerfile = readFileSync(join(root, 'discord-gateway/Dockerfile'), 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const command = (keyword: 'CMD') => {
  const [, text = '[]'] = new RegExp(`^${keyword} (\\[.*\\])$`, 'm').exec(lastStage) ?? [];
  return JSON.parse(text) as string[];
};
const healthCheck = () => {
  const [, text = '[]'] = /HEALTHCHECK.*\\\n\s*CMD (\[.*\])/.exec(lastStage) ?? [];
  return JSON.parse(text) as string[];
};

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Runs a command of the image in its last stage's folder and gives its process. */
function start([program = '', ...parameters]: string[], folder: string, environment: Record<string, string>) {
  expect(program).toBe('node');
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  return { child, output: () => output.join(''), ended: once(child, 'exit') as Promise<[number | null]> };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const sid = (prefix: string) => `${prefix}${'1'.repeat(32)}`;

describe('the image of the worker', () => {
  let folder: string;

  beforeAll(() => {
    // The last stage, file by file: what the image would not hold is not here either.
    folder = mkdtempSync(join(tmpdir(), 'image-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [, path = ''] of lastStage.matchAll(/^COPY --from=build \/app\/(\S+) /gm)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('copies only files that exist, and the manifest of every workspace', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(copied).toEqual(expect.arrayContaining(workspaces.map((name: string) => `${name}/package.json`)));
  });

  test('keeps secrets out of its layers and does not run as root', () => {
    expect(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['*', '**/.env', '**/.env.*', '**/node_modules']),
    );
    expect(dockerfile).not.toMatch(/^ARG|(TOKEN|SECRET|PASSWORD|DATABASE)\S*=/m);
    expect(lastStage).toMatch(/^USER node$/m);
  });

  test('ends at once when a variable is missing, and names it', async () => {
    const { ended, output } = start(command('CMD'), folder, {});
    expect((await ended)[0]).toBe(1);
    expect(output()).toContain('DISCORD_BOT_TOKEN');
  });

  test('is healthy on a migrated database while Discord is away, and ends in order at SIGTERM', async () => {
    const database = await createTestDatabase();
    try {
      const port = String(await freePort());
      const { child, ended, output } = start(command('CMD'), folder, {
        NODE_ENV: 'production',
        DISCORD_BOT_TOKEN: 'nobody-answers-there',
        DISCORD_API_URL: `http://127.0.0.1:${await freePort()}/api`,
        TWILIO_ACCOUNT_SID: sid('AC'),
        TWILIO_AUTH_TOKEN: '0'.repeat(32),
        TWILIO_STUDIO_FLOW_SID: sid('FW'),
        TWILIO_WORKSPACE_SID: sid('WS'),
        TWILIO_WORKFLOW_SID: sid('WW'),
        GATEWAY_PUBLIC_URL: 'https://gateway.example.com',
        DATABASE_DIRECT_URL: database.connectionString,
        PORT: port,
      });
      const healthy = async () => (await start(healthCheck(), folder, { PORT: port }).ended)[0] === 0;
      const deadline = Date.now() + 30_000;
      while (!(await healthy())) {
        if (Date.now() > deadline || child.exitCode !== null) throw new Error(`never healthy:\n${output()}`);
        await wait(200);
      }
      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
      expect(await healthy()).toBe(false);
    } finally {
      await database.drop();
    }
  });
});
