import { awaitAnswer } from '@discord-channel/virtual-agent';
import type { DispatchMeaning } from '../src/inbound/read-dispatch';
import { direct, dmChannelId, type Relay, startRelay, wumpus } from './doubles/start-relay';
import { useDatabase } from './doubles/use-database';

const database = useDatabase();
let relay: Relay;
let sid: string;

/** A player who is in conversation with an agent, as nearly all are whose messages cost something. */
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'where is my sword?'));
  await relay.handleInbound();
  sid = relay.twilio.conversations[0]?.sid ?? '';
  await relay.query(`update virtual_agent.conversations set mode = 'agent'`);
  await awaitAnswer(relay.pool, sid, 300);
  await relay.receive(direct('1573511247096184833', 'it was in my bag'));
  await relay.inboundStep(dmChannelId);
});
afterEach(() => jest.restoreAllMocks());

/** How many statements something takes; a transaction would be seen as a connection. */
async function cost(work: () => Promise<unknown>): Promise<{ statements: number; transactions: number }> {
  const statements = jest.spyOn(relay.pool, 'query');
  const transactions = jest.spyOn(relay.pool, 'connect');
  await work();
  // A pool's own query takes a connection, too.
  return {
    statements: statements.mock.calls.length,
    transactions: transactions.mock.calls.length - statements.mock.calls.length,
  };
}

test('a later message of a player takes three statements, and its webhook none', async () => {
  await relay.receive(direct('1573511247096184834', 'and now it is gone'));
  const inbound = await cost(() => relay.inboundStep(dmChannelId));
  expect(relay.twilio.conversations[0]?.messages.map(({ body }) => body)).toContain('and now it is gone');
  expect(inbound).toEqual({ statements: 3, transactions: 0 });
  jest.restoreAllMocks();
  const own = relay.twilio.conversations[0]?.messages.at(-1);
  if (!own) throw new Error('nothing was posted');
  expect(await cost(() => relay.webhook(sid, own))).toEqual({ statements: 0, transactions: 0 });
});

test('messages of players side by side share their statements', async () => {
  const others = ['400000000000000002', '400000000000000003'];
  const from = (channel: string, discordId: string): DispatchMeaning => ({
    ...(direct(discordId, 'and now it is gone') as Extract<DispatchMeaning, { kind: 'message' }>),
    dmChannelId: channel,
    player: { ...wumpus, userId: `3${channel.slice(1)}` },
  });
  await relay.receive(...others.map((channel, place) => from(channel, `157351124709618484${place}`)));
  await relay.handleInbound();
  await relay.query(`update virtual_agent.conversations set mode = 'agent'`);
  for (const conversation of relay.twilio.conversations) await awaitAnswer(relay.pool, conversation.sid, 300);
  const lanes = [dmChannelId, ...others];
  const told = (place: number) => lanes.map((lane, at) => from(lane, `15735112470961848${place}${at}`));
  await relay.receive(...told(5));
  for (const lane of lanes) await relay.inboundStep(lane);
  await relay.receive(...told(6));
  const together = await cost(() => Promise.all(lanes.map((lane) => relay.inboundStep(lane))));
  expect(relay.twilio.conversations.map(({ messages }) => messages.at(-1)?.body)).toEqual(
    lanes.map(() => 'and now it is gone'),
  );
  expect(together).toEqual({ statements: 3, transactions: 0 });
});

test('a message of an agent takes three, its webhook included', async () => {
  const said = relay.twilio.say(sid, 'kim', 'I shall look for it');
  const outbound = await cost(async () => {
    await relay.webhook(sid, said);
    await relay.outboundStep();
  });
  expect(relay.discord.contents()).toEqual(['I shall look for it']);
  expect(outbound).toEqual({ statements: 3, transactions: 0 });
});
