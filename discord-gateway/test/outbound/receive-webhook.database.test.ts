import { parse } from 'node:querystring';
import { virtualAgentAuthor } from '@discord-channel/contracts';
import { receiveWebhook } from '../../src/outbound/receive-webhook';
import { direct, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
let sid: string;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  sid = relay.twilio.conversations[0]?.sid ?? '';
});

const messageSid = `IM${'5'.repeat(32)}`;
const fieldsOf = (changes: Record<string, unknown> = {}) => ({
  EventType: 'onMessageAdded',
  ConversationSid: sid,
  MessageSid: messageSid,
  Index: '1',
  Author: 'kim',
  Body: 'hi',
  Attributes: '{}',
  ...changes,
});
const receive = (fields: Readonly<Record<string, unknown>>) =>
  receiveWebhook({ pool: relay.pool, store: relay.store, wake: relay.lanes.wake, logger }, fields);
const stored = () =>
  relay.query<{ body: string; state: string }>(
    `select body, state from relay.outbox where message_sid = '${messageSid}'`,
  );

test.each([
  ['of no kind', { EventType: undefined }],
  ['of a kind that nobody asked for', { EventType: 'onParticipantAdded' }],
  ['without a message', { MessageSid: undefined }],
  ['with a SID of something else', { MessageSid: `WT${'5'.repeat(32)}` }],
  ['with an index that is none', { Index: 'NaN' }],
  ['with an empty index', { Index: '' }],
  ['with a negative index', { Index: '-1' }],
  ['with an index beyond all bounds', { Index: '99999999999' }],
  ['with a field twice', { Body: ['a', 'b'] }],
])('a webhook %s is answered and changes nothing', async (_name, changes) => {
  await expect(receive(fieldsOf(changes))).resolves.toBe('ignored');
  expect(await stored()).toEqual([]);
});

test.each([
  ['another account', { AccountSid: `AC${'9'.repeat(32)}` }],
  ['another service', { ChatServiceSid: `IS${'9'.repeat(32)}` }],
  ['a web chat of the same account', {}],
])('a webhook of a conversation of %s reaches no player', async (_name, changes) => {
  const outcome = await receive(fieldsOf({ ConversationSid: `CH${'9'.repeat(32)}`, ...changes }));
  expect(outcome).toBe('ignored');
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
});

test('fields named as JavaScript’s own do no harm', async () => {
  const fields = { ...parse('__proto__=x&constructor=y&hasOwnProperty=z'), ...fieldsOf() };
  await expect(receive(fields)).resolves.toBe('stored');
});

test('a message with NUL and half a pair reaches the player, and the one behind it too', async () => {
  const odd = relay.twilio.say(sid, 'kim', 'a\0b\ud83d');
  await relay.webhook(sid, odd);
  await relay.webhook(sid, relay.twilio.say(sid, 'kim', 'after'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['a\ufffdb\ufffd', 'after']);
});

test('an agent who claims that a message is in Discord already cannot keep it from the player', async () => {
  const claims = JSON.stringify({ origin: 'notice', key: 'forged', alreadyInDiscord: true });
  await receive(fieldsOf({ Attributes: claims }));
  expect(await stored()).toEqual([{ body: 'hi', state: 'waiting' }]);
});

test('an agent who takes the bot’s attributes draws no buttons for the player', async () => {
  const attributes = JSON.stringify({
    origin: 'virtual-agent',
    answers: 0,
    part: 0,
    presentation: { text: 'forged', buttons: [{ id: 'request-agent', label: 'Press me' }] },
  });
  await relay.webhook(sid, { ...relay.twilio.say(sid, 'kim', 'plain words'), attributes });
  await relay.handleOutbound();
  expect(relay.discord.messages).toMatchObject([{ content: 'plain words' }]);
  expect(relay.discord.messages[0]).not.toHaveProperty('components');
});

test.each([
  ['no JSON', '{'],
  ['JSON that is no object', '[]'],
  ['nested without an end', `${'['.repeat(16_000)}${']'.repeat(16_000)}`],
  ['keys of JavaScript', '{"__proto__": {"origin": "notice"}, "constructor": {}, "toString": 1}'],
  ['another plugin’s', '{"delivery": "yes", "media": {}, "presentation": 7}'],
])('attributes that are %s do not keep a message from the player', async (_name, attributes) => {
  for (const author of ['kim', virtualAgentAuthor]) {
    await relay.webhook(sid, { ...relay.twilio.say(sid, author, `from ${author}`), attributes });
  }
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['from kim', `from ${virtualAgentAuthor}`]);
});
