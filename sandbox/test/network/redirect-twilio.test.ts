import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { world } from '../../src/world';
import {
  authToken,
  type RunningConversations,
  startConversations,
  startReceiver,
  type WebhookReceiver,
} from '../twilio/conversations/start-conversations';

const preload = path.join(__dirname, '../../src/network/redirect-twilio.cjs');

/** Runs a program with the preload, and returns what it prints. */
async function run(program: string, sandboxUrl: string | undefined): Promise<string> {
  const environment = { ...process.env, SANDBOX_TWILIO_URL: sandboxUrl, NODE_OPTIONS: undefined };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', preload, '-e', program], {
    cwd: path.join(__dirname, '../../..'),
    env: environment,
  });
  return stdout.trim();
}

describe("a program whose Twilio requests are redirected, with Twilio's clients as they are", () => {
  let server: WebhookReceiver;
  beforeEach(async () => {
    server = await startReceiver();
  });
  afterEach(() => server.close());

  test('the twilio client works against the emulator', async () => {
    const twilio: RunningConversations = await startConversations();
    try {
      const printed = await run(
        `const client = require('twilio')('${world.twilio.accountSid}', '${authToken}');
        (async () => {
          const { sid } = await client.conversations.v1.conversations.create({ uniqueName: 'from-a-child' });
          const messages = client.conversations.v1.conversations(sid).messages;
          for (let i = 0; i < 5; i += 1) await messages.create({ body: 'message ' + i });
          console.log((await messages.list({ pageSize: 2 })).map(({ body }) => body).join());
        })();`,
        twilio.origin,
      );
      expect(printed).toBe('message 0,message 1,message 2,message 3,message 4');
      expect(twilio.conversations.port.conversation('from-a-child')?.messages.size).toBe(5);
    } finally {
      await twilio.close();
    }
  });

  test('requests of one client share its kept-alive connections', async () => {
    await run(
      `const client = require('twilio')('${world.twilio.accountSid}', '${authToken}');
      (async () => {
        for (let i = 0; i < 3; i += 1) await client.request({ method: 'post', uri: 'https://api.twilio.com/x', data: { a: 'b' } });
      })();`,
      server.url,
    );
    expect(server.posts.map(({ url, fields }) => [url, fields])).toEqual(
      Array(3).fill(['/__twilio/api.twilio.com/x', { a: 'b' }]),
    );
    expect(new Set(server.posts.map(({ remotePort }) => remotePort)).size).toBe(1);
  });

  test("Flex's token validator asks the emulator", async () => {
    const printed = await run(
      `require('twilio-flex-token-validator').validator('token', '${world.twilio.accountSid}', '${authToken}')
        .then(console.log, (error) => console.log('refused'));`,
      server.url,
    );
    expect(printed).toBe('refused');
    expect(server.posts[0]).toMatchObject({
      url: `/__twilio/iam.twilio.com/v1/Accounts/${world.twilio.accountSid}/Tokens/validate`,
      body: '{"token":"token"}',
    });
  });

  test.each([
    ['fetch', `fetch('https://mcs.us1.twilio.com/v1/Media?a=1', { method: 'POST', body: 'bytes' })`],
    [
      'fetch of a Request',
      `fetch(new Request('https://mcs.us1.twilio.com/v1/Media?a=1', { method: 'POST', body: 'bytes' }))`,
    ],
    [
      'https.request of an address',
      `require('node:https').request('https://mcs.us1.twilio.com/v1/Media?a=1', { method: 'POST' }).end('bytes')`,
    ],
    [
      'a named import',
      `import('node:https').then(({ request }) => request(new URL('https://mcs.us1.twilio.com/v1/Media?a=1'), { method: 'POST' }).end('bytes'))`,
    ],
  ])('%s is redirected, with its method, query and body', async (_way, program) => {
    await run(program, server.url);
    expect(server.posts[0]).toMatchObject({ url: '/__twilio/mcs.us1.twilio.com/v1/Media?a=1', body: 'bytes' });
  });

  test('other hosts are left alone', async () => {
    await run(`fetch('${server.url}/direct', { method: 'POST' })`, server.url);
    expect(server.posts.map(({ url }) => url)).toEqual(['/direct']);
    const printed = await run(
      `require('node:https').get('https://twilio.com.invalid/').on('error', ({ code }) => console.log(code));`,
      server.url,
    );
    expect(printed).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  test('without the variable nothing is touched', async () => {
    const printed = await run(`console.log(require('node:https').request.name, fetch.name)`, undefined);
    expect(printed).toBe('request fetch');
  });
});
