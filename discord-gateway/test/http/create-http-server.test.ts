import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { createHttpServer, twilioPaths } from '../../src/http/create-http-server';
import { MalformedEvents } from '../../src/tasks/receive-task-events';

const authToken = 'auth-token';
const publicUrl = 'https://gateway.example.com/base';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** The server on a port of its own, as Twilio's requests reach it through the public URL. */
async function startServer(
  overrides: Partial<
    Pick<Parameters<typeof createHttpServer>[0], 'onConversationWebhook' | 'onTaskEvents' | 'whyNotReady'>
  > = {},
) {
  const webhooks: Readonly<Record<string, unknown>>[] = [];
  const events: string[] = [];
  const app = createHttpServer({
    authToken,
    publicUrl,
    onConversationWebhook: async (fields) => webhooks.push(fields),
    onTaskEvents: async (body) => events.push(body.toString('utf8')),
    whyNotReady: async () => undefined,
    logger: pino({ level: 'silent' }),
    ...overrides,
  });
  servers.push(app);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const send = ({ path, ...request }: SentRequest) => fetch(`${address}${path}`, request);
  return { send, webhooks, events };
}

interface SentRequest {
  path: string;
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

const fields = { EventType: 'onMessageAdded', Body: 'hello & göödbye 👋', Author: 'kim+1' };

function formRequest({ body = new URLSearchParams(fields).toString(), signature = sign(fields) } = {}) {
  return {
    method: 'POST' as const,
    path: twilioPaths.conversations,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      ...(signature && { 'x-twilio-signature': signature }),
    },
    body,
  };
}

const sign = (params: Record<string, string>, path: string = twilioPaths.conversations) =>
  getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, params);

function jsonRequest(value: unknown, body = JSON.stringify(value)) {
  const path = `${twilioPaths.events}?bodySHA256=${getExpectedBodyHash(JSON.stringify(value))}`;
  return {
    method: 'POST' as const,
    path,
    headers: { 'content-type': 'application/json', 'x-twilio-signature': sign({}, path) },
    body,
  };
}

test('a signed webhook is stored and answered 204', async () => {
  const { send, webhooks } = await startServer();
  expect((await send(formRequest())).status).toBe(204);
  expect(webhooks).toEqual([fields]);
});

test.each([
  ['without a signature', formRequest({ signature: '' })],
  ['with a wrong signature', formRequest({ signature: sign({ ...fields, Body: 'other' }) })],
  ['whose body was changed', formRequest({ body: new URLSearchParams({ ...fields, Body: 'forged' }).toString() })],
  ['signed for another address', formRequest({ signature: sign(fields, '/elsewhere') })],
])('a webhook %s is refused and not stored', async (_name, request) => {
  const { send, webhooks } = await startServer();
  expect((await send(request)).status).toBe(403);
  expect(webhooks).toEqual([]);
});

test('a webhook that cannot be stored is not acknowledged', async () => {
  const { send } = await startServer({
    onConversationWebhook: () => Promise.reject(new Error('the database is away')),
  });
  expect((await send(formRequest())).status).toBe(503);
});

test('a body that is too large is refused before anybody looks at it, and the server goes on', async () => {
  const { send, webhooks } = await startServer();
  const large = formRequest({ body: `Body=${'x'.repeat(5 * 1_024 * 1_024)}` });
  expect((await send(large)).status).toBe(413);
  expect((await send(formRequest())).status).toBe(204);
  expect(webhooks).toEqual([fields]);
});

test.each([
  ['nothing', ''],
  ['no form', '%%%\0{"json": true}'],
  ['a field twice', 'Body=a&Body=b'],
  ['names of JavaScript', '__proto__=1&constructor=2&toString=3'],
])('a body with %s that nobody signed is refused and not stored', async (_name, body) => {
  const { send, webhooks } = await startServer();
  expect((await send(formRequest({ body }))).status).toBe(403);
  expect(webhooks).toEqual([]);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test('signed events are taken by the bytes', async () => {
  const { send, events } = await startServer();
  const sent = [{ id: 'EV1', type: 'x', data: { text: '👋' } }];
  expect((await send(jsonRequest(sent))).status).toBe(204);
  expect(events).toEqual([JSON.stringify(sent)]);
});

test('events whose bytes are not those that were signed are refused, even if they parse to the same', async () => {
  const { send, events } = await startServer();
  expect((await send(jsonRequest([{ id: 'EV1' }], '[{ "id": "EV1" }]'))).status).toBe(403);
  expect(events).toEqual([]);
});

test('events that are malformed are answered 400, so that they are not repeated for hours', async () => {
  const { send } = await startServer({ onTaskEvents: () => Promise.reject(new MalformedEvents('no array')) });
  expect((await send(jsonRequest('x'))).status).toBe(400);
});

test('a server without the secret refuses to exist', () => {
  expect(() =>
    createHttpServer({
      authToken: '',
      publicUrl,
      onConversationWebhook: async () => undefined,
      onTaskEvents: async () => undefined,
      whyNotReady: async () => undefined,
      logger: pino({ level: 'silent' }),
    }),
  ).toThrow(/auth token/);
});

test('readiness says what is missing, health only that the process lives', async () => {
  const { send } = await startServer({ whyNotReady: async () => 'Not connected to the Discord gateway.' });
  const ready = await send({ path: '/readyz' });
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ready: false, reason: 'Not connected to the Discord gateway.' });
  expect((await send({ path: '/healthz' })).status).toBe(200);
});
