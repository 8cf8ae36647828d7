import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createHttpServer } from '../../src/http/create-http-server';
import { saveServerObject } from '../../src/store/server-objects';
import { applicationId } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const secret = 'a-secret-of-the-company';
const guildId = '200000000000000001';
const otherGuildId = '200000000000000002';
const news = { id: 'patch-2.1', title: 'Patch 2.1', body: 'Swords are sharper.' };

const database = useDatabase();
const servers: FastifyInstance[] = [];
const logged: string[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  logged.length = 0;
});

const setUp = (id = guildId) =>
  saveServerObject(database(), { applicationId, guildId: id }, 'channel:announcements', {
    discordId: '210000000000000001',
    created: true,
  });

async function startServer({ withSecret = true, starting = false } = {}) {
  const log = new Writable({
    write(line, _encoding, done) {
      logged.push(String(line));
      done();
    },
  });
  const app = createHttpServer({
    authToken: 'auth-token',
    publicUrl: 'https://gateway.example.com',
    onConversationWebhook: async () => undefined,
    onTaskEvents: async () => undefined,
    whyNotReady: async () => undefined,
    announcements: withSecret
      ? { pool: database(), applicationId: () => (starting ? undefined : applicationId), secret }
      : undefined,
    logger: pino({ level: 'trace' }, log),
  });
  servers.push(app);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return async (body: unknown, { path = '', authorization = `Bearer ${secret}`, type = 'application/json' } = {}) => {
    const response = await fetch(`${address}/announcements${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': type, ...(authorization && { authorization }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

const jobs = async () =>
  (await database().query(`select 1 from graphile_worker.jobs where task_identifier = 'post-announcement'`)).rowCount;

test('an announcement is stored with its job and answered 202', async () => {
  await setUp();
  const send = await startServer();
  const waiting = { id: news.id, guildId, state: 'waiting', messageUrl: null, problem: null };
  expect(await send(news)).toEqual({ status: 202, body: waiting });
  expect(await jobs()).toBe(1);
  expect(await send(undefined, { path: `/${news.id}` })).toEqual({ status: 200, body: waiting });
});

test('the same id twice is the same announcement, and one job', async () => {
  await setUp();
  const send = await startServer();
  const first = await send(news);
  expect(await send(news)).toEqual(first);
  expect(await jobs()).toBe(1);
  expect((await database().query('select 1 from relay.announcements')).rowCount).toBe(1);
});

test('another announcement under the same id is refused', async () => {
  await setUp();
  const send = await startServer();
  await send(news);
  expect(await send({ ...news, body: 'Swords are blunt.' })).toMatchObject({ status: 409 });
});

test('what is posted already is answered 200, with its address', async () => {
  await setUp();
  const send = await startServer();
  await send(news);
  await database().query(`update relay.announcements set state = 'sent', channel_id = '21', message_id = '9'`);
  expect(await send(news)).toMatchObject({
    status: 200,
    body: { state: 'sent', messageUrl: `https://discord.com/channels/${guildId}/21/9` },
  });
});

test.each([
  ['no secret', ''],
  ['a wrong secret', 'Bearer a-secret-of-somebody'],
  ['the secret in another scheme', `Basic ${secret}`],
  ['an empty secret', 'Bearer '],
])('%s is refused and stores nothing', async (_name, authorization) => {
  await setUp();
  const send = await startServer();
  expect((await send(news, { authorization })).status).toBe(401);
  expect((await send(undefined, { authorization, path: `/${news.id}` })).status).toBe(401);
  expect(await jobs()).toBe(0);
  expect(logged.join('')).not.toMatch(/sharper|a-secret-of/);
});

test.each([
  ['no JSON', '{', /object/],
  ['no title', { ...news, title: undefined }, /title/],
  ['only blanks', { ...news, body: '  ' }, /body/],
  ['a title that is too long', { ...news, title: 'x'.repeat(257) }, /title/],
  ['a text that is too long', { ...news, body: 'x'.repeat(4_097) }, /body/],
  ['an address that is no web address', { ...news, url: 'javascript:alert(1)' }, /url/],
  ['an id with blanks', { ...news, id: 'a b' }, /id/],
  ['a field that nobody knows', { ...news, colour: 'red' }, /colour/],
])('%s is answered 400 and says where', async (_name, body, where) => {
  await setUp();
  const send = await startServer();
  const { status, body: answer } = await send(body);
  expect(status).toBe(400);
  expect(String(answer.error)).toMatch(where);
  expect(logged.join('')).not.toContain('sharper');
});

test('the content type does not matter, the size does', async () => {
  await setUp();
  const send = await startServer();
  expect((await send(news, { type: 'text/plain' })).status).toBe(202);
  expect((await send('x'.repeat(70_000))).status).toBe(413);
});

test('before the setup ran there is nowhere to post, which is said', async () => {
  const send = await startServer();
  expect(await send(news)).toMatchObject({ status: 409, body: { error: expect.stringContaining('setup:discord') } });
});

test('with several servers the announcement has to say which', async () => {
  await setUp();
  await setUp(otherGuildId);
  const send = await startServer();
  expect(await send(news)).toMatchObject({ status: 409, body: { error: expect.stringContaining(otherGuildId) } });
  expect(await send({ ...news, guildId: otherGuildId })).toMatchObject({
    status: 202,
    body: { guildId: otherGuildId },
  });
});

test('an announcement that nobody knows is answered 404', async () => {
  const send = await startServer();
  expect((await send(undefined, { path: '/nothing' })).status).toBe(404);
});

test('without a secret in the environment there is no endpoint', async () => {
  await setUp();
  const send = await startServer({ withSecret: false });
  expect((await send(news)).status).toBe(404);
});

test('while the worker does not know yet which bot it is, it asks to come again', async () => {
  await setUp();
  const send = await startServer({ starting: true });
  expect((await send(news)).status).toBe(503);
  expect(await jobs()).toBe(0);
});

test('with the database away the announcement is not taken', async () => {
  const send = await startServer();
  jest.spyOn(database(), 'query').mockImplementationOnce(() => Promise.reject(new Error('away')));
  expect((await send(news)).status).toBe(503);
});
