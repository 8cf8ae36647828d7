import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { direct, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

/** An interaction of long ago: its acknowledgement is not on its way any more. */
const interactionId = '1163511247096184832';
const createMessage = /^POST \/channels\/\d+\/messages$/;
const editAnswer = /^PATCH \/webhooks\//;

const call = (name: string, displayName = 'Wumpus', options: Record<string, string> = {}): DispatchMeaning => ({
  kind: 'command',
  call: {
    interactionId,
    token: 'interaction-token',
    name,
    guildId: '200000000000000001',
    options,
    player: { ...wumpus, displayName },
  },
});

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

test('/helpme opens the DM, greets there and says where', async () => {
  await relay.receive(call('helpme'));
  await relay.handleInbound();
  expect(relay.discord.messages).toMatchObject([{ channelId: dmChannelId, content: 'Hi Wumpus, how may I help you?' }]);
  expect(relay.discord.answers).toEqual([
    { token: 'interaction-token', content: `I have sent you a direct message: <#${dmChannelId}>` },
  ]);
});

test('the DM belongs to the server of the command, and the greeting waits for the conversation', async () => {
  await relay.receive({ kind: 'guild-seen', guildId: '200000000000000001', name: 'Wumpus Quest' });
  await relay.receive({ kind: 'guild-seen', guildId: '200000000000000002', name: 'Another' });
  await relay.receive(call('helpme'));
  await relay.handleInbound();
  await relay.receive(direct('1573511247096184833', 'hi'));
  await relay.handleInbound();
  expect(relay.twilio.conversations[0]?.messages.map(({ body }) => body)).toEqual([
    'Hi Wumpus, how may I help you?',
    'hi',
  ]);
  expect(await relay.query('select guild_name from virtual_agent.conversations')).toEqual([
    { guild_name: 'Wumpus Quest' },
  ]);
});

test('a topic becomes the first message of the player, after the greeting, and only once', async () => {
  relay.discord.loseAnswer(editAnswer);
  await relay.receive(call('helpme', 'Wumpus', { topic: 'i forgot my `password`' }));
  await relay.handleInbound();
  await relay.handleInbound();
  expect(relay.discord.contents()).toEqual(['Hi Wumpus, how may I help you?\n> `i forgot my ˋpasswordˋ`']);
  expect(relay.twilio.conversations[0]?.messages.map(({ body, author }) => ({ body, author }))).toEqual([
    { body: 'Hi Wumpus, how may I help you?', author: expect.any(String) },
    { body: 'i forgot my `password`', author: `discord_${wumpus.userId}` },
  ]);
  expect(relay.woken).toContain(dmChannelId);
});

test('a topic of white space is none', async () => {
  await relay.receive(call('helpme', 'Wumpus', { topic: '   ' }));
  await relay.handleInbound();
  expect(relay.discord.contents()).toEqual(['Hi Wumpus, how may I help you?']);
  expect(relay.twilio.conversations).toEqual([]);
});

test('a name with markdown is shown as it is', async () => {
  await relay.receive(call('helpme', '**[free](https://evil.example)**'));
  await relay.handleInbound();
  expect(relay.discord.contents()).toEqual([String.raw`Hi \*\*\[free](https://evil.example)\*\*, how may I help you?`]);
});

test.each([50007, 50278])('a player whom we cannot write to (%i) is told how to change that', async (code) => {
  relay.discord.refuseNext({ on: createMessage, status: 403, code });
  await relay.receive(call('helpme'));
  await relay.handleInbound();
  expect(relay.discord.answers).toMatchObject([{ content: expect.stringMatching(/^I cannot write to you/) }]);
});

test('a command that failed half-way is repeated and greets once', async () => {
  relay.discord.loseAnswer(createMessage);
  relay.discord.loseAnswer(editAnswer);
  await relay.receive(call('helpme'));
  await relay.handleInbound();
  expect(relay.discord.messages).toHaveLength(1);
  expect(await relay.query('select state from relay.inbox')).toEqual([{ state: 'done' }]);
});

test('an interaction that can no longer be answered does not keep the command from being done', async () => {
  relay.discord.refuseNext({ on: editAnswer, status: 404, code: 10015 });
  await relay.receive(call('helpme'));
  await relay.handleInbound();
  expect(relay.discord.messages).toHaveLength(1);
  expect(await relay.query('select state, payload from relay.inbox')).toEqual([{ state: 'done', payload: null }]);
});

test('a command that this release does not know is answered all the same', async () => {
  await relay.receive(call('gone'));
  await relay.handleInbound();
  expect(relay.discord.answers).toMatchObject([{ content: expect.stringMatching(/^Something went wrong/) }]);
});
