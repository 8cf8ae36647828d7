import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio, { RequestClient } from 'twilio';
import { createLogger } from '../src/create-logger';
import { createDiscordRest } from '../src/discord/create-discord-rest';

const written = 'what the player wrote';
const botToken = 'MTAwMDAwMDAwMDAwMDAwMDAw.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789';
const authToken = '0123456789abcdef0123456789abcdef';
const interactionToken = 'aW50ZXJhY3Rpb246MTAwMDAwMDAwMDAwMDAw';
const accountSid = `AC${'0'.repeat(32)}`;
const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');

function record(level = 'trace') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { logger: createLogger({ level, secrets: [botToken, authToken], destination }), text: () => lines.join('') };
}

async function thrownBy(request: () => Promise<unknown>): Promise<Error> {
  try {
    await request();
  } catch (error) {
    return error as Error;
  }
  throw new Error('the request was to fail');
}

/** A service that refuses with these words, or hangs up. */
describe('the errors of the official clients', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url?.includes('hang-up')) return request.socket.destroy();
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 50035, status: 400, message: `Value "${written}" is not one of ours` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const discord = (path: string) =>
    createDiscordRest({ apiUrl: `${base}/api`, botToken }).post(`/${path}/${interactionToken}`, {
      body: { content: written },
    });
  const toServer = new RequestClient({ timeout: 1_000 });
  const twilioClient = (path: string) =>
    twilio(accountSid, authToken, {
      httpClient: Object.assign(new RequestClient(), {
        request: (options: Parameters<typeof toServer.request>[0]) =>
          toServer.request({ ...options, uri: `${base}/${path}` }),
      }),
    }).conversations.v1.conversations('CH1');
  const requests: readonly [string, () => Promise<unknown>][] = [
    ['a refusal of Discord', () => discord('webhooks/1')],
    ['a broken connection to Discord', () => discord('webhooks/hang-up')],
    ['a refusal of Twilio', () => twilioClient('refuse').messages.create({ body: written })],
    ['a broken connection to Twilio', () => twilioClient('hang-up').messages.create({ body: written })],
  ];

  it.each(requests)('are logged without bodies and credentials: %s', async (_name, request) => {
    const error = await thrownBy(request);
    const { logger, text } = record();
    logger.warn({ err: error }, 'could not deliver');
    logger.error(error);
    logger.debug({ error, deeper: { list: [error] } }, 'under other names');
    logger.child({ err: error }).info('as the field of a child');
    logger.fatal({ err: new Error('around it', { cause: error }) }, 'the last');
    expect(text().match(/"type":/g)?.length).toBeGreaterThanOrEqual(6);
    expect(text()).not.toContain(written.slice(5));
    for (const secret of [authToken, botToken, basic, interactionToken]) expect(text()).not.toContain(secret);
  });

  it('keep what an operator needs', async () => {
    const { logger, text } = record();
    logger.warn({ err: await thrownBy(() => discord('webhooks/1')) }, 'refused');
    expect(JSON.parse(text())).toMatchObject({ msg: 'refused', err: { code: 50035, status: 400 } });
    expect(JSON.parse(text()).err.stack).toMatch(/^at /);
  });
});

test.each(['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)('%s writes no private field', (level) => {
  const { logger, text } = record();
  const hidden = { body: written, content: written, token: written, email: written, headers: { a: written } };
  logger[level]({ ...hidden, deeper: { Authorization: written, list: [hidden] } }, 'a line');
  logger.child(hidden)[level]('of a child');
  expect(text()).toMatch(/a line.*\n.*of a child/);
  expect(text()).not.toContain(written);
});

test.each([
  ['an e-mail address', 'asked by ada.lovelace+game@mail.example.com today', 'ada.lovelace'],
  ['an address with letters of any script', 'von jürgen@müller.example', 'jürgen'],
  ['the password of a URL', 'cannot reach postgres://relay:hunter2@db.example:5432/relay', 'hunter2'],
  ['a known secret', `the token is ${authToken}`, authToken],
  ['a bot token of another bot', `Bot ${botToken.replace('MT', 'NT')}`, 'GabcdE'],
  ['credentials of a header', `Basic ${basic}`, basic],
  ['the token of an interaction', `/interactions/123/${interactionToken}/callback`, interactionToken],
  ['a web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGF5ZXIifQ.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
])('masks %s, wherever it stands', (_name, text, secret) => {
  const { logger, text: log } = record();
  logger.info({ note: text }, text);
  logger.child({ from: text }).info('child');
  expect(log()).not.toContain(secret);
  for (const line of log().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});

test('a parser does not quote what it read', () => {
  const { logger, text } = record();
  try {
    JSON.parse(written);
  } catch (error) {
    logger.warn({ err: error }, 'malformed');
  }
  expect(text()).toMatch(/SyntaxError/);
  expect(text()).not.toMatch(/what the/);
});

test('the ids that join the lines of a message stay', () => {
  const ids = {
    discordId: '1573659670533373952',
    conversationSid: `CH${'a1'.repeat(16)}`,
    messageSid: `IM${'b2'.repeat(16)}`,
    index: 3,
    eventId: `EV${'c3'.repeat(16)}`,
    interactionId: '1573659670533373953',
  };
  const { logger, text } = record();
  logger.child({ discordId: ids.discordId }).info(ids, 'handled');
  expect(JSON.parse(text())).toMatchObject(ids);
});
