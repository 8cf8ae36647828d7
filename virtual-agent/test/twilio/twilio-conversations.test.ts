import { virtualAgentAuthor } from '@discord-channel/contracts';
import twilio from 'twilio';
import { ConversationGoneError, createTwilioConversations } from '../../src';

const conversationSid = `CH${'1'.repeat(32)}`;
const options = {
  studioFlowSid: `FW${'1'.repeat(32)}`,
  workspaceSid: `WS${'1'.repeat(32)}`,
  workflowSid: `WW${'1'.repeat(32)}`,
};
const base = `https://conversations.twilio.com/v1/Conversations/${conversationSid}`;

interface Request {
  method: string;
  uri: string;
  params?: Record<string, string>;
  data?: Record<string, string>;
  headers?: Record<string, string>;
}
type Answer = { statusCode: number; body: unknown } | Error;

/** The official client on a wire that gives the prepared answers, one after the other, and keeps what was asked. */
function twilioAnswering(...answers: Answer[]) {
  const requests: Request[] = [];
  const httpClient = {
    request: async (request: Request) => {
      requests.push(request);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`nothing prepared for ${request.method} ${request.uri}`);
      if (answer instanceof Error) throw answer;
      return { statusCode: answer.statusCode, headers: {}, body: answer.body };
    },
  };
  const client = twilio(`AC${'1'.repeat(32)}`, 'secret', { httpClient: httpClient as never });
  return { port: createTwilioConversations(client, options), requests };
}

const ok = (body: unknown, statusCode = 200): Answer => ({ statusCode, body });
const refused = (statusCode: number, code: number): Answer => ({
  statusCode,
  body: { status: statusCode, code, message: 'no' },
});
const messageResource = (index: number, fields: object = {}) => ({
  sid: `IM${String(index).padStart(32, '0')}`,
  index,
  author: 'discord_300000000000000001',
  body: `message ${index}`,
  attributes: '{}',
  ...fields,
});
const pageOf = (messages: unknown[], next: string | null = null) =>
  ok({ messages, meta: { key: 'messages', next_page_url: next, url: base, page: 0, page_size: 50 } });
const webhooksOf = (...targets: string[]) =>
  ok({
    webhooks: targets.map((target, number) => ({
      sid: `WH${String(number).padStart(32, '0')}`,
      target,
      configuration: {},
    })),
    meta: { key: 'webhooks', next_page_url: null, url: base, page: 0, page_size: 5 },
  });

describe('posting', () => {
  test('speaks as the virtual agent, so that every webhook hears of it', async () => {
    const { port, requests } = twilioAnswering(ok(messageResource(7), 201));
    expect(await port.postMessage(conversationSid, { body: 'Hello', attributes: '{"a":1}' })).toMatchObject({
      index: 7,
    });
    expect(requests).toMatchObject([
      {
        method: 'post',
        uri: `${base}/Messages`,
        data: { Author: virtualAgentAuthor, Body: 'Hello', Attributes: '{"a":1}' },
        headers: { 'X-Twilio-Webhook-Enabled': 'true' },
      },
    ]);
  });

  test.each([
    ['no answer', new Error('socket hang up')],
    ['a server error', refused(503, 20_503)],
  ])('is not repeated after %s: it may have been done', async (_, answer) => {
    const { port, requests } = twilioAnswering(answer, ok(messageResource(7), 201));
    await expect(port.postMessage(conversationSid, { body: 'x', attributes: '{}' })).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });

  test('is repeated when Twilio refused it for its load', async () => {
    const { port, requests } = twilioAnswering(refused(429, 20_429), ok(messageResource(7), 201));
    expect(await port.postMessage(conversationSid, { body: 'x', attributes: '{}' })).toMatchObject({ index: 7 });
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['closed', refused(400, 50_377)],
    ['deleted', refused(404, 20_404)],
  ])('into a conversation that is %s says that it is gone', async (_, answer) => {
    const { port } = twilioAnswering(answer);
    await expect(port.postMessage(conversationSid, { body: 'x', attributes: '{}' })).rejects.toThrow(
      ConversationGoneError,
    );
  });
});

describe('reading messages', () => {
  test('gives what is newer, oldest first, in one request', async () => {
    const { port, requests } = twilioAnswering(
      pageOf([messageResource(5), messageResource(4), messageResource(3)], `${base}/Messages?PageToken=next`),
    );
    const messages = await port.listMessagesAfter(conversationSid, 3);
    expect(messages.map(({ index }) => index)).toEqual([4, 5]);
    expect(requests).toMatchObject([{ params: { Order: 'desc' } }]);
  });

  test('turns the page as long as there is something newer on it', async () => {
    const { port } = twilioAnswering(
      pageOf([messageResource(5), messageResource(4)], `${base}/Messages?PageToken=next`),
      pageOf([messageResource(3), messageResource(1)]),
    );
    const messages = await port.listMessagesAfter(conversationSid, 0);
    expect(messages.map(({ index }) => index)).toEqual([1, 3, 4, 5]);
  });

  test('is repeated after an unknown outcome, and a message without text has an empty one', async () => {
    const { port } = twilioAnswering(
      new Error('socket hang up'),
      refused(500, 20_500),
      pageOf([messageResource(0, { body: null })]),
    );
    expect(await port.listMessagesAfter(conversationSid, -1)).toMatchObject([{ index: 0, body: '' }]);
  });

  test('finds a notice by its key, and only one of ours', async () => {
    const attributes = JSON.stringify({ origin: 'notice', key: 'joined:1' });
    const { port } = twilioAnswering(
      pageOf([messageResource(2, { attributes }), messageResource(1, { attributes, author: virtualAgentAuthor })]),
      pageOf([messageResource(2, { attributes })]),
    );
    expect(await port.findNotice(conversationSid, 'joined:1')).toMatchObject({ kind: 'found', message: { index: 1 } });
    expect(await port.findNotice(conversationSid, 'joined:1')).toEqual({ kind: 'not-found' });
  });
});

describe('the Studio webhook', () => {
  test('is removed, the relay’s stays', async () => {
    const { port, requests } = twilioAnswering(webhooksOf('webhook', 'studio'), ok('', 204));
    await port.removeStudioWebhook(conversationSid);
    expect(requests.map(({ method }) => method)).toEqual(['get', 'delete']);
    expect(requests[1]?.uri).toContain(`WH${'1'.padStart(32, '0')}`);
  });

  test('that somebody else removed at the same moment is removed', async () => {
    const { port } = twilioAnswering(webhooksOf('studio'), refused(404, 20_404));
    await expect(port.removeStudioWebhook(conversationSid)).resolves.toBeUndefined();
  });

  test('is put back once', async () => {
    const { port, requests } = twilioAnswering(
      webhooksOf('webhook'),
      ok({ sid: 'WH', target: 'studio' }, 201),
      webhooksOf('studio'),
    );
    await port.restoreStudioWebhook(conversationSid);
    await port.restoreStudioWebhook(conversationSid);
    expect(requests.map(({ method }) => method)).toEqual(['get', 'post', 'get']);
    expect(requests[1]).toMatchObject({ data: { Target: 'studio', 'Configuration.FlowSid': options.studioFlowSid } });
  });
});

describe('the task', () => {
  const tasksOf = (...states: string[]) =>
    ok({
      tasks: states.map((state, number) => ({
        sid: `WT${String(number).padStart(32, '0')}`,
        assignment_status: state,
      })),
      meta: { key: 'tasks', next_page_url: null, url: 'x', page: 0, page_size: 50 },
    });

  test('of a conversation is looked for by its attributes; one that is over does not count', async () => {
    const { port, requests } = twilioAnswering(tasksOf('canceled', 'reserved'), tasksOf('completed'));
    expect(await port.findTask(conversationSid, [])).toEqual({ kind: 'found', taskSid: `WT${'1'.padStart(32, '0')}` });
    expect(await port.findTask(conversationSid, [])).toEqual({ kind: 'not-found' });
    expect(requests[0]).toMatchObject({
      uri: `https://taskrouter.twilio.com/v1/Workspaces/${options.workspaceSid}/Tasks`,
      params: { EvaluateTaskAttributes: `conversationSid == "${conversationSid}"` },
    });
  });

  test('for one worker is asked for with a queue that the worker is in', async () => {
    const queue = { sid: `WQ${'1'.repeat(32)}`, account_sid: 'AC', workspace_sid: 'WS' };
    const meta = { key: 'task_queues', page: 0, page_size: 1, next_page_url: null };
    const queues = ok({ task_queues: [queue], meta });
    const { port, requests } = twilioAnswering(queues, ok({ sid: `KD${'1'.repeat(32)}` }, 201));
    const workerSid = `WK${'1'.repeat(32)}`;
    await port.createInteraction(conversationSid, { channelType: 'discord' } as never, { workerSid });
    expect(requests[0]).toMatchObject({ params: { WorkerSid: workerSid } });
    expect(JSON.parse(requests[1]?.data?.Channel ?? '')).toMatchObject({ initiated_by: 'api' });
    expect(JSON.parse(requests[1]?.data?.Routing ?? '')).toMatchObject({
      properties: { worker_sid: workerSid, queue_sid: queue.sid },
    });
  });

  test('is asked for with the conversation and the workflow', async () => {
    const { port, requests } = twilioAnswering(ok({ sid: `KD${'1'.repeat(32)}` }, 201));
    const attributes = { channelType: 'discord', name: 'Wumpus' } as never;
    await port.createInteraction(conversationSid, attributes);
    expect(requests[0]?.uri).toBe('https://flex-api.twilio.com/v1/Interactions');
    expect(JSON.parse(requests[0]?.data?.Channel ?? '')).toEqual({
      type: 'web',
      initiated_by: 'customer',
      properties: { media_channel_sid: conversationSid },
    });
    expect(JSON.parse(requests[0]?.data?.Routing ?? '')).toEqual({
      properties: {
        workspace_sid: options.workspaceSid,
        workflow_sid: options.workflowSid,
        task_channel_unique_name: 'chat',
        attributes: { channelType: 'discord', name: 'Wumpus' },
      },
    });
  });
});
