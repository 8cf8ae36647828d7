import productFlow from '../../../../serverless/studio/discord-channel.json';
import { renderFlow } from '../../../../serverless/studio/render-flow';
import type { PostOutcome } from '../../../src/twilio/ports';
import type { Execution } from '../../../src/twilio/studio/execution';
import { world } from '../../../src/world';
import { type RunningRouting, startRouting } from '../start-routing';
import { until } from '../until';

const { studioFlowSid: flowSid, workflow, taskChannel } = world.twilio;
const player = 'discord_300000000000000001';

type Answer = PostOutcome | Promise<PostOutcome>;
let running: RunningRouting;
let answers: (path: string, fields: Record<string, string>) => Answer;

const json = (value: unknown, status = 200): PostOutcome => ({
  kind: 'answered',
  status,
  body: JSON.stringify(value),
  contentType: 'application/json; charset=utf-8',
});

beforeAll(async () => {
  running = await startRouting({
    post: async (url, body) => answers(new URL(url).pathname, body as Record<string, string>),
  });
});
beforeEach(() => {
  running.posted.length = 0;
  answers = () => json({});
});
afterEach(() => running.routing.reset());
afterAll(() => running.stop());

const trigger = (next: string) => ({
  name: 'Trigger',
  type: 'trigger',
  properties: {},
  transitions: [{ event: 'incomingConversationMessage', next }],
});

const call = (name: string, path: string, transitions: object[], parameters: object[] = []) => ({
  name,
  type: 'run-function',
  properties: { url: `http://functions${path}`, parameters },
  transitions,
});

const flow = (...states: object[]) => ({ description: '', initial_state: 'Trigger', states });

const ended = (): Promise<Execution> =>
  until(() => running.routing.studio.executions().find(({ status }) => status === 'ended'));

const widgetsOf = ({ steps }: Execution) => steps.map(({ widget, event }) => `${widget}:${event}`);

/** Publishes a flow and lets a player write one message. */
async function play(definition: unknown, { author = player, body = 'hello' } = {}): Promise<Execution> {
  running.routing.studio.publishFlow(flowSid, definition);
  running.conversations.say(running.conversations.open(), author, body, flowSid);
  return ended();
}

describe("the product's flow", () => {
  const definition = renderFlow(productFlow, {
    FUNCTIONS_URL: 'http://functions',
    FUNCTIONS_SERVICE_SID: `ZS${'1'.repeat(32)}`,
    FUNCTIONS_ENVIRONMENT_SID: `ZE${'1'.repeat(32)}`,
    ON_MESSAGE_FUNCTION_SID: `ZH${'1'.repeat(32)}`,
    OPEN_CASE_FUNCTION_SID: `ZH${'2'.repeat(32)}`,
    HANDOFF_FAILED_FUNCTION_SID: `ZH${'3'.repeat(32)}`,
    WORKFLOW_SID: workflow.sid,
    CHAT_CHANNEL_SID: taskChannel.sid,
  });

  test('ends after an answer', async () => {
    answers = () => json({ outcome: 'answered' });
    const execution = await play(definition);
    expect(widgetsOf(execution).at(-1)).toBe('split_on_outcome:noMatch');
    expect(running.posted).toEqual([
      {
        url: 'http://functions/studio/on-message',
        body: { conversationSid: execution.conversationSid, author: player },
      },
    ]);
  });

  test('calls nobody for what the bot itself wrote', async () => {
    const execution = await play(definition, { author: 'Virtual assistant' });
    expect(widgetsOf(execution).at(-1)).toBe('split_on_author:noMatch');
    expect(running.posted).toEqual([]);
  });

  test('makes a task of a hand-off, with the attributes that the case gave', async () => {
    answers = (path) =>
      path.endsWith('on-message')
        ? json({ outcome: 'handoff' })
        : json({
            caseNumber: 1042,
            taskAttributes: { channelType: 'discord', name: 'Wumpus', case: { number: 1042 } },
          });
    const execution = await play(definition);
    expect(widgetsOf(execution).at(-1)).toBe('send_to_flex:callComplete');
    const task = await until(() => running.routing.taskRouter.tasks()[0]);
    expect(JSON.parse(task.attributes)).toMatchObject({
      channelType: 'discord',
      case: { number: 1042 },
      conversationSid: execution.conversationSid,
    });
    expect(task.timeout).toBe(3_600);
  });

  test('says that the hand-off failed when the attributes are longer than Studio takes', async () => {
    answers = (path) =>
      path.endsWith('on-message')
        ? json({ outcome: 'handoff' })
        : json({ caseNumber: 1, taskAttributes: { channelType: 'discord', name: 'x'.repeat(1_024) } });
    expect(widgetsOf(await play(definition)).slice(-2)).toEqual([
      'send_to_flex:failedToEnqueue',
      'handoff_failed:success',
    ]);
    expect(running.routing.taskRouter.tasks()).toEqual([]);
  });
});

test.each<[string, Answer, string]>([
  ['an answer of 200', json({}), 'success'],
  ['an answer of 500', json({}, 500), 'fail'],
  ['no answer in time', { kind: 'timeout' }, 'fail'],
  ['nobody there', { kind: 'unreachable', reason: 'ECONNREFUSED' }, 'fail'],
])('a Function with %s leaves by %s', async (_, answer, event) => {
  answers = () => answer;
  const execution = await play(flow(trigger('call'), call('call', '/f', [])));
  expect(widgetsOf(execution).at(-1)).toBe(`call:${event}`);
});

test('an answer is parsed only when it says that it is JSON', async () => {
  answers = () => ({ kind: 'answered', status: 200, body: '{"outcome":"handoff"}', contentType: 'text/plain' });
  const execution = await play(flow(trigger('call'), call('call', '/f', [])));
  expect(execution.variables.widgets.call).toMatchObject({ body: '{"outcome":"handoff"}' });
  expect(execution.variables.widgets.call).not.toHaveProperty('parsed');
});

test('parameters and variables are rendered from what is known so far', async () => {
  await play(
    flow(
      trigger('set'),
      {
        name: 'set',
        type: 'set-variables',
        properties: {
          variables: [
            { key: 'who', value: '{{trigger.conversation.Author}}' },
            { key: 'greeting', value: 'Hi {{flow.variables.who}}, {{trigger.conversation.Nothing}}!' },
          ],
        },
        transitions: [{ event: 'next', next: 'call' }],
      },
      call(
        'call',
        '/f',
        [],
        [{ key: 'text', value: '{{flow.variables.greeting}} {{flow.channel.address | to_json}}' }],
      ),
    ),
  );
  const { sid } = [...running.conversations.conversations()].at(-1) ?? {};
  expect(running.posted[0]?.body).toEqual({ text: `Hi ${player}, ! "${sid}"` });
});

test('a message during a run is ignored with warning 81002, and the next one starts a new run', async () => {
  let release: (outcome: PostOutcome) => void = () => {};
  answers = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  running.routing.studio.publishFlow(flowSid, flow(trigger('call'), call('call', '/f', [])));
  const conversation = running.conversations.open();
  running.conversations.say(conversation, player, 'first', flowSid);
  await until(() => running.posted.length === 1);
  const second = running.conversations.say(conversation, player, 'second', flowSid);
  expect(running.routing.studio.executions()).toHaveLength(1);
  expect(running.routing.studio.warnings()).toMatchObject([{ code: 81002, messageSid: second.sid }]);
  release(json({}));
  await ended();
  running.conversations.say(conversation, player, 'third', flowSid);
  expect(running.routing.studio.executions()).toHaveLength(2);
  await until(() => running.posted.length === 2);
  release(json({}));
});

test('two conversations run the flow side by side', async () => {
  answers = () => new Promise(() => {});
  running.routing.studio.publishFlow(flowSid, flow(trigger('call'), call('call', '/f', [])));
  for (const conversation of [running.conversations.open(), running.conversations.open()]) {
    running.conversations.say(conversation, player, 'hello', flowSid);
  }
  await until(() => running.posted.length === 2);
});

test('a flow that runs the same widget again and again is stopped after ten times', async () => {
  const execution = await play(flow(trigger('call'), call('call', '/f', [{ event: 'success', next: 'call' }])));
  expect(running.posted).toHaveLength(10);
  expect(execution.error).toMatch(/Stopped: call/);
});

test('a reset keeps a run under way from going on', async () => {
  let release: (outcome: PostOutcome) => void = () => {};
  answers = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  const twice = flow(trigger('one'), call('one', '/1', [{ event: 'success', next: 'two' }]), call('two', '/2', []));
  running.routing.studio.publishFlow(flowSid, twice);
  running.conversations.say(running.conversations.open(), player, 'hello', flowSid);
  await until(() => running.posted.length === 1);
  const [execution] = running.routing.studio.executions();
  running.routing.reset();
  release(json({}));
  await until(() => execution?.status === 'ended');
  expect(running.posted).toHaveLength(1);
});
