import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { type FunctionsHost, startFunctionsHost } from '../../../src/twilio/functions-host/start-functions-host';
import { createSignedPoster } from '../../../src/twilio/signed-poster';
import { world } from '../../../src/world';
import { type RunningRouting, startRouting } from '../start-routing';

const { accountSid, workspaceSid } = world.twilio;

const functions = {
  'flex/open.js': `
    let calls = 0;
    exports.handler = (context, event, callback) => {
      callback(null, { greeting: context.GREETING, said: event.text, calls: ++calls });
    };`,
  'studio/signed.protected.js': `
    exports.handler = (context, event, callback) => {
      context.getTwilioClient().taskrouter.v1.workspaces('${workspaceSid}').tasks.list({ limit: 1 })
        .then((tasks) => callback(null, { account: context.ACCOUNT_SID, said: event.text, tasks: tasks.length }))
        .catch(callback);
    };`,
  'studio/hidden.private.js': 'exports.handler = (context, event, callback) => callback(null, {});',
};

let folder: string;
let running: RunningRouting;
let host: FunctionsHost;

beforeAll(async () => {
  running = await startRouting();
  folder = await mkdtemp(join(tmpdir(), 'functions-fixture-'));
  await writeFile(join(folder, 'package.json'), '{"name":"fixture","version":"0.0.0","dependencies":{}}');
  await symlink(resolve(__dirname, '../../../../node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  for (const [name, source] of Object.entries(functions)) {
    const file = join(folder, 'dist/functions', name);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, source);
  }
  host = await startFunctionsHost({
    baseDirectory: folder,
    accountSid,
    authToken: running.authToken,
    environment: { GREETING: 'Hi "you" $HOME #1' },
    twilioUrl: running.url,
    logger: pino({ level: 'silent' }),
  });
}, 60_000);

afterAll(async () => {
  await host?.stop();
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${host.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });

test('anybody may call a public Function, which sees its context to the letter', async () => {
  const answer = await post('/flex/open', { text: 'hello' });
  expect(await answer.json()).toMatchObject({ greeting: 'Hi "you" $HOME #1', said: 'hello' });
});

test('a Function stays loaded from one request to the next, as a warm one does', async () => {
  const calls = async () => ((await (await post('/flex/open')).json()) as { calls: number }).calls;
  const before = await calls();
  expect(await calls()).toBe(before + 1);
});

test('a browser may ask before it calls', async () => {
  const answer = await fetch(`${host.url}/flex/open`, { method: 'OPTIONS' });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
});

test('a signed request reaches a protected Function, whose Twilio client reaches the emulator', async () => {
  const poster = createSignedPoster({ authToken: running.authToken });
  const outcome = await poster.postForm(`${host.url}/studio/signed`, { text: 'hello & goodbye' }, 5_000);
  poster.close();
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  expect(JSON.parse(outcome.body)).toEqual({ account: accountSid, said: 'hello & goodbye', tasks: 0 });
});

test('a request whose JSON body is signed passes too', async () => {
  const poster = createSignedPoster({ authToken: running.authToken });
  const outcome = await poster.postJson(`${host.url}/studio/signed`, { text: 'json' }, 5_000);
  poster.close();
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 });
});

test.each<[string, Record<string, string>]>([
  ['no signature', {}],
  ['a wrong signature', { 'x-twilio-signature': 'bm90IHR3aWxpbyBhdCBhbGw=' }],
])('a protected Function refuses %s', async (_, headers) => {
  const answer = await post('/studio/signed', { text: 'hello' }, headers);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toMatch(/does not match the expected signature/);
});

test('a signature for other fields is refused', async () => {
  const other = createSignedPoster({ authToken: 'c'.repeat(32) });
  const outcome = await other.postForm(`${host.url}/studio/signed`, { text: 'hello' }, 5_000);
  other.close();
  expect(outcome).toMatchObject({ kind: 'answered', status: 403 });
});

test('nobody reaches a private Function', async () => {
  expect((await post('/studio/hidden')).status).toBe(403);
});

test('what does not exist is a 404', async () => {
  expect((await post('/studio/nothing')).status).toBe(404);
});
