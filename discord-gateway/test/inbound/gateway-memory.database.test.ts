import type { GatewayDispatchPayload } from 'discord-api-types/v10';
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

test('the session to resume moves with what is stored', async () => {
  const letGo = await holdDatabase();
  const memory = start();
  memory.keepDispatch(dispatch(press));
  expect(memory.committedSession()?.sequence).toBe(1);
  await letGo();
  await memory.flush();
  expect(memory.committedSession()?.sequence).toBe(2);
});
