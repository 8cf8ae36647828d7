import fastify, { type FastifyInstance } from 'fastify';
import { serveHost } from '../../../src/twilio/rest/serve-host';
import { createUnhandledRequests } from '../../../src/twilio/rest/unhandled-requests';
import { world } from '../../../src/world';
import {
  authToken,
  createConversation,
  type RunningConversations,
  startConversations,
} from '../conversations/start-conversations';

const host = 'conversations.twilio.com';
const authorization = `Basic ${Buffer.from(`${world.twilio.accountSid}:${authToken}`).toString('base64')}`;

describe('a request that is not in the OpenAPI file is refused and recorded', () => {
  let running: RunningConversations;
  let sid: string;
  beforeAll(async () => {
    running = await startConversations();
    sid = (await (await createConversation(running.client())).fetch()).sid;
  });
  afterAll(() => running.close());

  const call = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${running.origin}/__twilio/${host}/v1/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    const { unhandled } = running.conversations;
    const recorded = unhandled.list();
    unhandled.reset();
    return { status: response.status, body: (await response.json()) as { code: number }, recorded };
  };

  test.each([
    ['a path', 'GET', 'Conversations/:sid/Messages/1/Reactions', '', 'unknown-route', 404, 20404],
    ['a method', 'PUT', 'Conversations/:sid', '', 'unknown-route', 404, 20404],
    ['a field', 'POST', 'Conversations/:sid/Messages', 'Body=x&Bodi=y', 'unknown-field', 400, 20001],
    ['a field of the query', 'GET', 'Conversations/:sid/Messages?Sort=asc', undefined, 'unknown-field', 400, 20001],
    [
      'a missing field',
      'POST',
      'Conversations/:sid/Webhooks',
      'Configuration.Url=https://a.example',
      'invalid',
      400,
      20001,
    ],
    ['a value', 'POST', 'Conversations/:sid/Webhooks', 'Target=mail', 'invalid', 400, 20001],
    ['a number that is none', 'GET', 'Conversations/:sid/Messages?PageSize=many', undefined, 'invalid', 400, 20001],
    ['the form of a SID', 'POST', 'Conversations/:sid/Messages', 'MediaSid=ME1', 'invalid', 400, 20001],
  ] as const)('%s', async (_what, method, path, body, reason, status, code) => {
    const answer = await call(method, path.replace(':sid', sid), method === 'GET' ? undefined : body);
    expect(answer).toMatchObject({ status, body: { code }, recorded: [{ method, reason }] });
  });

  test('the webhook header with another word than true or false', async () => {
    const answer = await call('POST', `Conversations/${sid}/Messages`, 'Body=x', { 'x-twilio-webhook-enabled': 'yes' });
    expect(answer).toMatchObject({ status: 400, recorded: [{ reason: 'invalid' }] });
  });

  test('what the file has passes, repeated fields and text that carries JSON included', async () => {
    const answer = await call(
      'POST',
      `Conversations/${sid}/Webhooks`,
      'Target=webhook&Configuration.Url=https://a.example&Configuration.Filters=onMessageAdded&Configuration.Filters=onMessageUpdated',
    );
    expect(answer).toMatchObject({ status: 201, recorded: [] });
  });
});

describe("the emulator's own answers", () => {
  let app: FastifyInstance;
  afterEach(() => app.close());
  const unhandled = createUnhandledRequests();

  /** A conversation as Twilio answers it, but for these fields. */
  async function answerOf(fields: object, status = 200) {
    app = fastify();
    serveHost(app, {
      host,
      unhandled,
      routes: (scope) => {
        scope.get('/v1/Conversations/:sid', (_request, reply) =>
          reply.code(status).send({ ...conversation, ...fields }),
        );
      },
    });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${origin}/__twilio/${host}/v1/Conversations/CH1`);
    const recorded = unhandled.list();
    unhandled.reset();
    return { status: response.status, message: ((await response.json()) as { message?: string }).message, recorded };
  }

  test('pass when the file has them', async () => {
    expect(await answerOf({})).toMatchObject({ status: 200, recorded: [] });
  });

  test.each([
    ['a field that Twilio does not give', { colour: 'red' }, /additional properties \(colour\)/],
    ['a field that is missing', { state: undefined }, /must have required property 'state'/],
    ['a wrong type', { friendly_name: 1 }, /\/friendly_name must be string,null/],
    ['an unknown word', { state: 'open' }, /\/state must be equal to one of the allowed values/],
    ['a time that is none', { date_created: 'yesterday' }, /\/date_created must match format "date-time"/],
  ])('fail with %s', async (_what, fields, problem) => {
    const answer = await answerOf(fields);
    expect(answer).toMatchObject({ status: 500, recorded: [{ reason: 'wrong-answer' }] });
    expect(answer.message).toMatch(problem);
  });

  test('fail with a status that the file does not have', async () => {
    expect(await answerOf({}, 202)).toMatchObject({
      status: 500,
      message: expect.stringMatching(/202 is not among 200/),
    });
  });
});

test('a route that is neither documented nor listed keeps the emulator from starting', async () => {
  const app = fastify();
  serveHost(app, {
    host,
    unhandled: createUnhandledRequests(),
    routes: (scope) => {
      scope.get('/v1/Conversations/:sid/Reactions', () => ({}));
    },
  });
  await expect(app.ready()).rejects.toThrow(
    /GET https:\/\/conversations.twilio.com\/v1\/.*\/Reactions is in no OpenAPI/,
  );
});

const conversation = {
  sid: `CH${'0'.repeat(32)}`,
  account_sid: world.twilio.accountSid,
  chat_service_sid: world.twilio.chatServiceSid,
  messaging_service_sid: null,
  friendly_name: null,
  unique_name: null,
  attributes: '{}',
  state: 'active',
  timers: {},
  bindings: {},
  date_created: '2026-11-21T12:00:00Z',
  date_updated: '2026-11-21T12:00:00Z',
  url: 'https://conversations.twilio.com/v1/Conversations/CH1',
  links: {},
};
