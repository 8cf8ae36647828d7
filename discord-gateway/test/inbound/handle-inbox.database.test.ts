import { virtualAgentAuthor } from '@discord-channel/contracts';
import { awaitAnswer } from '@discord-channel/virtual-agent';
import { saveGreeting } from '../../src/store/dm-channels';
import { TwilioThrottled } from '../../src/twilio/twilio-failure';
import { applicationId, direct, dmChannelId, type Relay, startRelay, webhookUrl } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const first = '1573511247096184832';
const second = '1573511247096184833';
const third = '1573511247096184834';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const transcript = (place = 0) => relay.twilio.conversations[place]?.messages.map(({ body }) => body);

test('a first contact makes a complete conversation in five calls, and one for a player never seen', async () => {
  await relay.receive({ kind: 'guild-seen', guildId: '200000000000000001', name: 'Wumpus Quest' }, direct(first, 'hi'));
  await relay.handleInbound();
  expect(relay.twilio.calls).toEqual([
    'createConversation',
    'nameUser',
    'addParticipant',
    'addStudioWebhook',
    'addRelayWebhook',
    'postMessage',
  ]);
  expect(relay.twilio.conversations).toMatchObject([
    {
      uniqueName: `discord-${dmChannelId}-${first}`,
      participants: ['discord_300000000000000001'],
      webhooks: [{ target: 'studio' }, { target: 'webhook', url: webhookUrl }],
    },
  ]);
  const agentSide = await relay.query('select mode, guild_name, display_name from virtual_agent.conversations');
  expect(agentSide).toEqual([{ mode: 'bot', guild_name: 'Wumpus Quest', display_name: 'Wumpus' }]);
});

test('later messages cost one call each and keep their order', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  relay.twilio.calls.length = 0;
  await relay.receive(direct(second, 'two'), direct(third, 'three'));
  await relay.handleInbound();
  expect(relay.twilio.calls).toEqual(['postMessage', 'postMessage']);
  expect(transcript()).toEqual(['one', 'two', 'three']);
});

test('an event that is told again is handled once', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['one']);
});

test('a greeting that waits becomes the first message, once, and wakes nobody', async () => {
  await relay.receive(direct(first, 'one'));
  await saveGreeting(relay.pool, dmChannelId, { key: 'greeting:1', text: 'Hi Wumpus', guildId: null });
  relay.twilio.failNext({ on: 'postMessage', kind: 'lost' });
  await relay.handleInbound();
  await relay.receive(direct(second, 'two'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['Hi Wumpus', 'one', 'two']);
  expect(relay.twilio.conversations[0]?.messages[0]).toMatchObject({
    author: virtualAgentAuthor,
    announced: false,
    attributes: expect.stringContaining('"alreadyInDiscord":true'),
  });
  await relay.handleOutbound();
  expect(relay.discord.messages).toEqual([]);
});

test.each(['createConversation', 'addParticipant', 'addStudioWebhook', 'addRelayWebhook', 'postMessage'] as const)(
  'when the answer to %s is lost, nothing is doubled',
  async (on) => {
    relay.twilio.failNext({ on, kind: 'lost' });
    await relay.receive(direct(first, 'one'), direct(second, 'two'));
    await relay.handleInbound();
    expect(relay.twilio.conversations).toHaveLength(1);
    expect(relay.twilio.conversations[0]).toMatchObject({ participants: { length: 1 }, webhooks: { length: 2 } });
    expect(transcript()).toEqual(['one', 'two']);
  },
);

test('a message that was posted just before a kill is found instead of posted again', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  await relay.receive(direct(second, 'two'));
  const [conversation] = relay.twilio.conversations;
  relay.twilio.say(
    conversation?.sid ?? '',
    'discord_300000000000000001',
    'two',
    JSON.stringify({ origin: 'player', discord: { messageId: second } }),
  );
  await relay.restart();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two']);
  expect(await relay.query('select state from relay.inbox')).toEqual([{ state: 'done' }, { state: 'done' }]);
});

test('after a restart only the first message of a DM is looked for: the worker before came to none behind it', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  await relay.receive(direct(second, 'two'), direct('1573511247096184839', 'three'));
  await relay.restart();
  relay.twilio.calls.length = 0;
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two', 'three']);
  expect(relay.twilio.calls.filter((call) => call === 'latestMessages')).toHaveLength(1);
});

test('attributes that somebody else wrote do not pass for the player’s message', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  await relay.receive(direct(second, 'two'));
  const forged = JSON.stringify({ origin: 'player', discord: { messageId: second } });
  relay.twilio.say(relay.twilio.conversations[0]?.sid ?? '', 'kim', 'not the player', forged);
  await relay.restart();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'not the player', 'two']);
});

test('a conversation that was closed meanwhile leads to a new one with the same message', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  relay.twilio.close(relay.twilio.conversations[0]?.sid ?? '');
  await relay.receive(direct(second, 'two'));
  await relay.handleInbound();
  expect(relay.twilio.conversations).toHaveLength(2);
  expect(transcript(0)).toEqual(['one']);
  expect(transcript(1)).toEqual(['two']);
});

test('a name that belongs to a closed conversation is taken with a suffix', async () => {
  const name = `discord-${dmChannelId}-${first}`;
  const old = await relay.twilio.api.createConversation({ uniqueName: name, friendlyName: '', attributes: '{}' });
  relay.twilio.close(old);
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  expect(relay.twilio.conversations.map(({ uniqueName }) => uniqueName)).toEqual([name, `${name}-2`]);
  expect(transcript(1)).toEqual(['one']);
});

test('while Twilio is away the message waits, and those behind it with it', async () => {
  relay.twilio.failNext({ on: 'createConversation', kind: 'before', status: 503 });
  await relay.receive(direct(first, 'one'), direct(second, 'two'));
  expect(await relay.inboundStep(dmChannelId)).toEqual({ kind: 'worked' });
  expect(await relay.inboundStep(dmChannelId)).toMatchObject({ kind: 'later' });
  expect(await relay.query('select attempts, last_error from relay.inbox order by position')).toEqual([
    { attempts: 1, last_error: 'http-503' },
    { attempts: 0, last_error: null },
  ]);
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two']);
});

test('a message that Twilio will never take is parked with its content, and the DM goes on', async () => {
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 400 });
  await relay.receive(direct(first, 'poison'), direct(second, 'two'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['two']);
  expect(await relay.query(`select payload->>'body' as body from relay.inbox where state = 'parked'`)).toEqual([
    { body: 'poison' },
  ]);
});

test('a player whose message was parked is told, once', async () => {
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 400 });
  await relay.receive(direct(first, 'poison'));
  await relay.handleInbound();
  expect(await relay.query(`select key, payload->>'text' as text from graphile_worker._private_jobs j`)).toEqual([
    { key: null, text: expect.stringContaining('could not pass on') },
  ]);
});

test('what we cannot read is parked at once, what breaks again and again after a while, and the DM goes on', async () => {
  await relay.receive(direct(first, 'broken'), direct(second, 'two'));
  await relay.query(`update relay.inbox set payload = '{"not":"a message"}' where discord_id = '${first}'`);
  await relay.handleInbound();
  expect(transcript()).toEqual(['two']);
  const defect = jest.spyOn(relay.twilio.api, 'postMessage').mockRejectedValue(new TypeError('a defect'));
  await relay.receive(direct(third, 'three'));
  await relay.handleInbound();
  defect.mockRestore();
  expect(await relay.query(`select attempts, last_error from relay.inbox where discord_id = '${third}'`)).toEqual([
    { attempts: 10, last_error: 'TypeError' },
  ]);
});

test('what was published keeps no content, and asks for the look whether anybody answered', async () => {
  await relay.receive(direct(first, 'secret'));
  await relay.handleInbound();
  expect(await relay.query('select payload from relay.inbox')).toEqual([{ payload: null }]);
  expect(await relay.query('select task_identifier, key from graphile_worker.jobs')).toEqual([
    { task_identifier: 'answer-unanswered', key: `answer:${first}` },
  ]);
});

test('while the answer of an agent is awaited, a further message asks for no look of its own', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  const [{ sid = '' } = {}] = relay.twilio.conversations;
  await relay.query(`update virtual_agent.conversations set mode = 'agent'`);
  await awaitAnswer(relay.pool, sid, 300);
  await relay.receive(direct(second, 'two'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two']);
  expect(await relay.query(`select message_index, state from relay.outbox order by 1`)).toEqual([
    { message_index: 0, state: 'own' },
    { message_index: 1, state: 'own' },
  ]);
  expect(await relay.query('select key from graphile_worker.jobs order by id')).toEqual([
    { key: `answer:${first}` },
    { key: `answer-awaited:${sid}` },
  ]);
});

test('a 429 slows one DM down for as long as Twilio asked, and no longer; others go on', async () => {
  const other = '400000000000000002';
  await relay.receive(direct(first, 'one'), direct(third, 'three'));
  await relay.receive({ ...direct(second, 'two'), ...{ dmChannelId: other } });
  const throttled = jest.spyOn(relay.twilio.api, 'postMessage').mockRejectedValueOnce(new TwilioThrottled(7_000));
  expect(await relay.inboundStep(dmChannelId)).toEqual({ kind: 'worked' });
  const later = await relay.inboundStep(dmChannelId);
  expect(later.kind === 'later' && later.delayMs > 6_000 && later.delayMs <= 7_000).toBe(true);
  await relay.inboundStep(other);
  expect(transcript(1)).toEqual(['two']);
  relay.twilio.calls.length = 0;
  await relay.handleInbound();
  throttled.mockRestore();
  expect(transcript()).toEqual(['one', 'three']);
  // Looked for once, to be safe; and the next message does not wait again.
  expect(relay.twilio.calls).toEqual(['latestMessages', 'postMessage', 'postMessage']);
});

test('a player who changed the display name is renamed once', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  relay.twilio.close(relay.twilio.conversations[0]?.sid ?? '');
  const renamed = direct(second, 'two');
  if (renamed.kind === 'message') renamed.player = { ...renamed.player, displayName: 'Wumpus II' };
  await relay.receive(renamed);
  await relay.handleInbound();
  expect(relay.twilio.users.get('discord_300000000000000001')).toBe('Wumpus II');
  expect(relay.twilio.calls.filter((call) => call === 'nameUser')).toHaveLength(2);
});

test('the origin names the application', async () => {
  await relay.receive(direct(first, 'one'));
  await relay.handleInbound();
  expect(await relay.query('select application_id, guild_id from virtual_agent.conversations')).toEqual([
    { application_id: applicationId, guild_id: null },
  ]);
});
