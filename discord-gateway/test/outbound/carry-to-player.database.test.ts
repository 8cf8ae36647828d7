import { virtualAgentAuthor } from '@discord-channel/contracts';
import { messageNonce } from '../../src/discord/message-nonce';
import { markAgentJoined } from '../../src/store/conversations';
import { addPlayerNotice } from '../../src/store/player-notices';
import { direct, dmChannelId, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const createMessage = /^POST \/channels\/\d+\/messages$/;

const database = useDatabase();
let relay: Relay;
let sid: string;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  sid = relay.twilio.conversations[0]?.sid ?? '';
});

const agentSays = (body: string) => relay.twilio.say(sid, 'kim', body);

test('an agent’s message reaches the player once, without pinging anybody, under a nonce of its own', async () => {
  const message = agentSays('@everyone hi');
  await relay.webhook(sid, message);
  await relay.webhook(sid, message);
  await relay.handleOutbound();
  expect(relay.discord.messages).toEqual([
    {
      channelId: dmChannelId,
      content: '@everyone hi',
      nonce: messageNonce(message.sid, 0),
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    },
  ]);
});

test('messages are delivered in index order, in whatever order their webhooks came', async () => {
  const messages = ['one', 'two', 'three'].map(agentSays);
  for (const message of messages.reverse()) await relay.webhook(sid, message);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['one', 'two', 'three']);
});

test('a message waits a moment for those before it; lost ones are fetched', async () => {
  agentSays('lost');
  await relay.webhook(sid, agentSays('came'));
  expect(await relay.outboundStep()).toMatchObject({ kind: 'later' });
  expect(relay.twilio.calls).not.toContain('messagesFrom');
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['lost', 'came']);
});

test('a deleted message is a gap for good and holds nothing up', async () => {
  const { index } = agentSays('deleted');
  relay.twilio.deleteMessage(sid, index);
  await relay.webhook(sid, agentSays('after'));
  await relay.handleOutbound();
  relay.twilio.calls.length = 0;
  await relay.webhook(sid, agentSays('later'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['after', 'later']);
  expect(relay.twilio.calls).toEqual([]);
});

test('what the player wrote is never sent back, by webhook or by fetching', async () => {
  const echo = relay.twilio.conversations[0]?.messages[0];
  if (echo) await relay.webhook(sid, echo);
  await relay.receive(direct('1573511247096184833', 'again'));
  await relay.handleInbound();
  await relay.webhook(sid, agentSays('answer'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['answer']);
});

test('when the answer of Discord is lost the message is sent again under the same nonce and exists once', async () => {
  relay.discord.loseAnswer(createMessage);
  await relay.webhook(sid, agentSays('once'));
  await relay.handleOutbound();
  expect(relay.discord.requests.filter((request) => createMessage.test(request))).toHaveLength(2);
  expect(relay.discord.contents()).toEqual(['once']);
});

test('a long message goes out in parts, each once, also when an answer is lost', async () => {
  relay.discord.loseAnswer(createMessage);
  await relay.webhook(sid, agentSays(['a', 'b', 'c'].map((letter) => letter.repeat(1_500)).join(' ')));
  await relay.handleOutbound();
  expect(relay.discord.contents().map((content) => content?.[0])).toEqual(['a', 'b', 'c']);
  expect(await relay.query(`select parts_sent from relay.outbox where state = 'sent'`)).toEqual([{ parts_sent: 3 }]);
});

test('parts that are on record are not sent again, however long ago they were sent', async () => {
  const message = agentSays(['a', 'b'].map((letter) => letter.repeat(1_500)).join(' '));
  await relay.webhook(sid, message);
  await relay.pool.query('update relay.outbox set parts_sent = 1 where message_sid = $1', [message.sid]);
  await relay.handleOutbound();
  expect(relay.discord.contents().map((content) => content?.[0])).toEqual(['b']);
});

test.each([
  [50007, 'The player does not accept direct messages from us.'],
  [50278, 'The player shares no Discord server with us any more.'],
  [10003, 'The direct message channel does not exist any more.'],
])('a final refusal (%i) is written on the message for the agent, and the next one goes on', async (code, reason) => {
  relay.discord.refuseNext({ on: createMessage, status: 403, code });
  const message = relay.twilio.say(sid, 'kim', 'undeliverable', '{"mine":1}');
  await relay.webhook(sid, message);
  await relay.webhook(sid, agentSays('next'));
  await relay.handleOutbound();
  const marked = relay.twilio.conversations[0]?.messages.find((one) => one.sid === message.sid);
  expect(JSON.parse(marked?.attributes ?? '')).toEqual({ mine: 1, delivery: { state: 'failed', reason } });
  expect(relay.discord.contents()).toEqual(['next']);
});

test('the agent is told even if Twilio is away at first', async () => {
  relay.discord.refuseNext({ on: createMessage, status: 403, code: 50007 });
  relay.twilio.failNext({ on: 'mergeMessageAttributes', kind: 'before', status: 503 });
  await relay.webhook(sid, agentSays('undeliverable'));
  await relay.handleOutbound();
  expect(await relay.query(`select count(*)::int as failed from relay.outbox where state = 'failed'`)).toEqual([
    { failed: 1 },
  ]);
  expect(relay.twilio.conversations[0]?.messages.at(-1)?.attributes).toContain('failed');
});

test('a notice comes behind what waits, once per key', async () => {
  await relay.webhook(sid, agentSays('bye'));
  for (let times = 0; times < 2; times += 1) {
    await addPlayerNotice(relay.pool, { key: 'ended:1', dmChannelId, text: 'This chat has ended.' });
    await relay.handleOutbound();
  }
  expect(relay.discord.contents()).toEqual(['bye', 'This chat has ended.']);
});

test('an agent’s last words come before the notice of the end, even if their webhook was lost', async () => {
  await markAgentJoined(relay.pool, sid);
  agentSays('last words');
  relay.twilio.close(sid);
  await addPlayerNotice(relay.pool, { key: 'ended:1', dmChannelId, text: 'This chat has ended.' });
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['last words', 'This chat has ended.']);
});

test('a notice that the player cannot get is given up', async () => {
  relay.discord.refuseNext({ on: createMessage, status: 403, code: 50007 });
  await addPlayerNotice(relay.pool, { key: 'ended:1', dmChannelId, text: 'This chat has ended.' });
  await relay.handleOutbound();
  expect(await relay.query('select state, last_error from relay.player_notices')).toEqual([
    { state: 'failed', last_error: '50007' },
  ]);
});

test('comparing the end of a conversation with an agent finds a lost last message', async () => {
  agentSays('lost');
  await relay.compareEnds();
  expect(relay.woken).toEqual([]);
  await markAgentJoined(relay.pool, sid);
  await relay.compareEnds();
  expect(relay.woken).toEqual([dmChannelId]);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['lost']);
});

test('a lost message is found although the player has written after it, which is known without a webhook', async () => {
  agentSays('lost');
  await relay.receive(direct('1573511247096184833', 'and then?'));
  await relay.handleInbound();
  await markAgentJoined(relay.pool, sid);
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['lost']);
});

test('a webhook of a conversation that is not ours is ignored', async () => {
  const foreign = { sid: `IM${'f'.repeat(32)}`, index: 0, author: 'kim', body: 'hi', attributes: '{}' };
  await expect(relay.webhook(`CH${'f'.repeat(32)}`, foreign)).resolves.toBe('ignored');
});

test('what was delivered keeps no content', async () => {
  await relay.webhook(sid, relay.twilio.say(sid, virtualAgentAuthor, 'secret'));
  await relay.handleOutbound();
  expect(await relay.query(`select body, attributes from relay.outbox where state = 'sent'`)).toEqual([
    { body: null, attributes: null },
  ]);
});
