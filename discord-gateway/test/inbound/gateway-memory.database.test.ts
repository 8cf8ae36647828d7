import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { commands } from '../../src/commands';
import { createGatewayMemory } from '../../src/inbound/gateway-memory';
import { applicationId, dmChannelId, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const session = { sessionId: 's', resumeURL: 'wss://resume', sequence: 1, shardId: 0, shardCount: 1 };
const user = { id: '300000000000000001', username: 'wumpus', global_name: 'Wumpus', avatar: null };
const interaction = { id: '1573511247096184832', token: 'token', locale: 'en-US', user };
const command = { ...interaction, type: 2, data: { type: 1, name: 'helpme' } };
const press = {
  ...interaction,
  type: 3,
  channel: { id: dmChannelId, type: 1 },
  data: { component_type: 2, custom_id: 'request-agent' },
  message: { components: [] },
};

const start = () =>
  createGatewayMemory({
    pool: database(),
    rest: relay.discord.rest,
    applicationId,
    session,
    lanes: relay.lanes,
    commands,
    onNewSession: () => {},
    logger,
    signal: new AbortController().signal,
  });
const dispatch = (d: unknown) => ({ op: 0, s: 2, t: 'INTERACTION_CREATE', d }) as unknown as GatewayDispatchPayload;

/** Nothing can be stored until the returned function is called. */
async function holdDatabase(): Promise<() => Promise<void>> {
  const client = await database().connect();
  await client.query('begin; lock table relay.inbox in access exclusive mode');
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a command is acknowledged at once, even while the database is slow', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(dispatch(command));
  await until(() => relay.discord.acknowledgements.length > 0);
  expect(relay.discord.acknowledgements).toEqual([5]);
  expect(relay.woken).toEqual([]);
  await letGo();
  await memory.flush();
  expect(relay.woken).toEqual([`command:${user.id}`]);
});

test('a press is acknowledged when it is stored, and not before', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(dispatch(press));
  // A command that comes later is acknowledged: the press could have been, too.
  memory.keepDispatch(dispatch({ ...command, id: '1573511247096184833' }));
  await until(() => relay.discord.acknowledgements.length > 0);
  expect(relay.discord.acknowledgements).toEqual([5]);
  await letGo();
  await memory.flush();
  await until(() => relay.discord.acknowledgements.length > 1);
  expect(relay.discord.acknowledgements).toEqual([5, 6]);
  expect(relay.woken).toContain(dmChannelId);
});

const bug = (options: { name: string; value: string }[] = []) =>
  dispatch({ ...command, data: { type: 1, name: 'bug', options: options.map((option) => ({ type: 3, ...option })) } });
const submission = dispatch({
  ...interaction,
  type: 5,
  data: {
    custom_id: 'command:bug',
    components: [{ type: 18, component: { type: 4, custom_id: 'title', value: 'It broke' } }],
  },
});

test('a command that lacks something is answered with its form at once, even while the database is slow', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(bug([{ name: 'title', value: 'It broke' }]));
  await until(() => relay.discord.acknowledgements.length > 0);
  expect(relay.discord.acknowledgements).toEqual([9]);
  expect(relay.discord.forms).toMatchObject([
    {
      custom_id: 'command:bug',
      components: [
        { type: 18, label: 'Title', component: { type: 4, custom_id: 'title', value: 'It broke', required: true } },
        { type: 18, component: { type: 4, custom_id: 'description', required: true } },
        { type: 18, component: { type: 4, custom_id: 'steps', required: false } },
        { type: 18, component: { type: 3, custom_id: 'platform', required: false } },
      ],
    },
  ]);
  await letGo();
  await memory.flush();
  // Nothing was handed in yet: there is nothing to do and nothing to lose, and Discord need not tell it again.
  expect(relay.woken).toEqual([]);
  expect(await relay.query('select 1 from relay.inbox')).toEqual([]);
  expect(memory.committedSession()?.sequence).toBe(2);
});

test('a command with all that is needed gets no form; everybody in the channel sees its answer', async () => {
  const memory = start();
  memory.keepDispatch(
    bug([
      { name: 'title', value: 'It broke' },
      { name: 'description', value: 'All of it' },
    ]),
  );
  await memory.flush();
  await until(() => relay.discord.acknowledgements.length > 0);
  expect(relay.discord.acknowledgements).toEqual([5]);
  expect(relay.discord.forms).toEqual([]);
  expect(relay.discord.openAnswers).toBe(1);
});

test('a form that is handed in while the database is down is acknowledged at once and stored when it is back', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(submission);
  await until(() => relay.discord.acknowledgements.length > 0);
  expect(relay.discord.acknowledgements).toEqual([5]);
  expect(relay.woken).toEqual([]);
  await letGo();
  await memory.flush();
  expect(relay.woken).toEqual([`command:${user.id}`]);
  expect(await relay.query(`select payload->'options' as options from relay.inbox`)).toEqual([
    { options: { title: 'It broke' } },
  ]);
});

test('a worker that dies before a form is stored leaves it to Discord to tell it again', async () => {
  const letGo = await holdDatabase();
  const dying = start();
  dying.keepDispatch(submission);
  expect(dying.committedSession()?.sequence).toBe(1);
  await letGo();
  await dying.flush();
  const next = start();
  next.keepDispatch(submission);
  await next.flush();
  expect(await relay.query('select 1 as row from relay.inbox')).toEqual([{ row: 1 }]);
});

test('the session to resume moves with what is stored', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(dispatch(press));
  expect(memory.committedSession()?.sequence).toBe(1);
  await letGo();
  await memory.flush();
  expect(memory.committedSession()?.sequence).toBe(2);
});
