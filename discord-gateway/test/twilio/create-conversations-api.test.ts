import twilio, { RequestClient } from 'twilio';
import { createConversationsApi } from '../../src/twilio/create-conversations-api';

interface Asked {
  method: string;
  path: string;
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
}

const accountSid = `AC${'0'.repeat(32)}`;
const ch = `CH${'0'.repeat(32)}`;

/** The official client; what it would send is recorded and answered by the test. */
function startApi(answers: (asked: Asked) => { status: number; body: unknown }) {
  const asked: Asked[] = [];
  class Recorder extends RequestClient {
    override async request(options: Parameters<RequestClient['request']>[0]) {
      const { pathname, search } = new URL(options.uri);
      const one = { method: options.method, path: pathname, data: options.data, headers: options.headers } as Asked;
      asked.push(one);
      const params = new URLSearchParams((options.params ?? {}) as Record<string, string>).toString();
      const { status, body } = answers({ ...one, path: `${pathname}${search || (params && `?${params}`)}` });
      // biome-ignore lint/suspicious/noExplicitAny: the base class is generic over what the caller expects.
      return { statusCode: status, body, headers: {} } as any;
    }
  }
  const client = twilio(accountSid, 'token', { httpClient: new Recorder() });
  return { api: createConversationsApi(client), asked };
}

test('a conversation is created active and with a closing timer that the helper library keeps', async () => {
  const { api, asked } = startApi(() => ({ status: 201, body: { sid: ch } }));
  await api.createConversation({ uniqueName: 'name', friendlyName: 'Wumpus', attributes: '{}' });
  expect(asked[0]?.data).toEqual({
    UniqueName: 'name',
    FriendlyName: 'Wumpus',
    Attributes: '{}',
    State: 'active',
    'Timers.Closed': expect.stringMatching(/^P/),
  });
});

test.each([
  [true, 'true'],
  [false, undefined],
])('a message posted with announced=%s carries the webhook header %s', async (announced, header) => {
  const { api, asked } = startApi(() => ({ status: 201, body: { sid: 'IM0', index: 3 } }));
  const posted = await api.postMessage(ch, { author: 'a', body: 'b', attributes: '{}', announced });
  expect(posted).toEqual({ sid: 'IM0', index: 3 });
  expect(asked[0]?.headers?.['X-Twilio-Webhook-Enabled']).toBe(header);
});

test('a user who exists is renamed instead', async () => {
  const { api, asked } = startApi(({ path }) =>
    path === '/v1/Users' ? { status: 409, body: { code: 50201, message: 'exists' } } : { status: 200, body: {} },
  );
  await api.nameUser('discord_1', 'Wumpus');
  expect(asked.map(({ path }) => path)).toEqual(['/v1/Users', '/v1/Users/discord_1']);
});

test('a participant who is there already is found', async () => {
  const { api } = startApi(({ method }) =>
    method === 'post'
      ? { status: 409, body: { code: 50433, message: 'exists' } }
      : { status: 200, body: { participants: [{ sid: 'MB1', identity: 'discord_1' }], meta: { key: 'participants' } } },
  );
  await expect(api.addParticipant(ch, 'discord_1')).resolves.toBe('MB1');
});

test('messages from an index on are read page by page from the end, and no further than needed', async () => {
  const page = (indexes: number[], next?: string) => ({
    status: 200,
    body: {
      messages: indexes.map((index) => ({
        sid: `IM${index}`,
        index,
        author: 'a',
        body: 'b',
        attributes: '{}',
        media: null,
      })),
      meta: { key: 'messages', next_page_url: next ?? null },
    },
  });
  const more = `https://conversations.twilio.com/v1/Conversations/${ch}/Messages?Page=`;
  const { api, asked } = startApi(({ path }) => {
    if (path.endsWith('Page=1')) return page([4, 3, 1], `${more}2`);
    return path.endsWith('Page=2') ? page([0]) : page([6, 5], `${more}1`);
  });
  const messages = await api.messagesFrom(ch, 2);
  expect(messages.map(({ index }) => index)).toEqual([3, 4, 5, 6]);
  expect(asked).toHaveLength(2);
});

test('attributes are merged, and webhooks do not hear of it', async () => {
  const { api, asked } = startApi(() => ({ status: 200, body: { attributes: '{"mine":1}' } }));
  await api.mergeMessageAttributes(ch, 'IM0', { delivery: { state: 'failed' } });
  expect(JSON.parse(String(asked[1]?.data?.Attributes))).toEqual({ mine: 1, delivery: { state: 'failed' } });
  expect(asked[1]?.headers?.['X-Twilio-Webhook-Enabled']).toBeUndefined();
});

test.each([
  ['nested without an end', `{"a":${'['.repeat(12_000)}${']'.repeat(12_000)}}`],
  ['no JSON', '{'],
  ['no object', '[1]'],
])('attributes that are %s do not keep ours from being written', async (_name, attributes) => {
  const { api, asked } = startApi(() => ({ status: 200, body: { attributes } }));
  await api.mergeMessageAttributes(ch, 'IM0', { delivery: { state: 'failed' } });
  expect(JSON.parse(String(asked[1]?.data?.Attributes))).toEqual({ delivery: { state: 'failed' } });
});
