import { direct, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
let conversationSid: string;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  conversationSid = relay.twilio.conversations[0]?.sid ?? '';
});

/** What the player sees, in order: text, or a file as its name and content. */
const seen = () =>
  relay.discord.messages.map(({ content, files }) =>
    files ? Object.entries(files).map(([name, text]) => `<${name}: ${text}>`)[0] : content,
  );
const agentSends = async (body: string | null, files: Record<string, string | number>) => {
  const message = relay.twilio.sayWithFiles(conversationSid, 'kim', body, files);
  await relay.webhook(conversationSid, message);
  return message;
};
const bubble = () => JSON.parse(relay.twilio.conversations[0]?.messages.at(-1)?.attributes ?? '{}');

test('the text comes first, then each file, in order, pinging nobody', async () => {
  await agentSends('look here', { 'a.png': 'first', 'b.png': 'second' });
  const later = relay.twilio.say(conversationSid, 'kim', 'clear?');
  await relay.webhook(conversationSid, later);
  await relay.handleOutbound();
  expect(seen()).toEqual(['look here', '<a.png: first>', '<b.png: second>', 'clear?']);
  expect(relay.discord.messages.every((one) => JSON.stringify(one.allowed_mentions) === '{"parse":[]}')).toBe(true);
  expect(relay.fileEvents).toHaveLength(2);
});

test('a message that is nothing but a file reaches the player', async () => {
  await agentSends(null, { 'a.png': 'alone' });
  await relay.handleOutbound();
  expect(seen()).toEqual(['<a.png: alone>']);
  expect(await relay.query(`select state from relay.outbox where message_index = 1`)).toEqual([{ state: 'sent' }]);
});

test('a file whose answer is lost is not sent twice, nor what went before it', async () => {
  await agentSends('text', { 'a.png': 'first', 'b.png': 'second' });
  relay.discord.loseAnswer(/^POST .*messages$/);
  await relay.handleOutbound();
  relay.discord.loseAnswer(/^POST .*messages$/);
  await relay.handleOutbound();
  expect(seen()).toEqual(['text', '<a.png: first>', '<b.png: second>']);
});

test('parts that are on record are not sent again by the next worker, even without the nonce', async () => {
  await agentSends('text', { 'a.png': 'first', 'b.png': 'second' });
  relay.twilio.failNext({ on: 'read', kind: 'before' });
  await relay.outboundStep();
  relay.discord.forgetNonces();
  await relay.handleOutbound();
  expect(seen()).toEqual(['text', '<a.png: first>', '<b.png: second>']);
});

test('while Twilio does not give the file, what the agent wrote after it waits', async () => {
  await agentSends(null, { 'a.png': 'first' });
  await relay.webhook(conversationSid, relay.twilio.say(conversationSid, 'kim', 'after'));
  relay.twilio.failNext({ on: 'read', kind: 'before' });
  await relay.outboundStep();
  expect(await relay.outboundStep()).toMatchObject({ kind: 'later' });
  expect(seen()).toEqual([]);
  await relay.handleOutbound();
  expect(seen()).toEqual(['<a.png: first>', 'after']);
});

test('a file that is too large for Discord is told on the bubble, everything else arrives', async () => {
  await agentSends('text', { 'match.mp4': 20_000_000, 'b.png': 'second' });
  await relay.handleOutbound();
  expect(seen()).toEqual(['text', '<b.png: second>']);
  expect(bubble().delivery).toEqual({
    state: 'failed',
    reason:
      'The player did not get match.mp4: Discord takes at most 10 MB a file from us. Send something smaller, or a link.',
  });
});

test('sent again, a message with a file that is too large sends nothing twice', async () => {
  const message = await agentSends('text', { 'match.mp4': 20_000_000, 'b.png': 'second' });
  await relay.handleOutbound();
  relay.discord.forgetNonces();
  const attributes = JSON.stringify({ delivery: { state: 'failed', resend: 'wish-1' } });
  await relay.changeWebhook('onMessageUpdated', conversationSid, { ...message, attributes });
  await relay.handleOutbound();
  expect(seen()).toEqual(['text', '<b.png: second>']);
});

test('a file that Twilio has no more is told on the bubble', async () => {
  await agentSends('text', { 'a.png': 'first' });
  relay.twilio.uploads.clear();
  await relay.handleOutbound();
  expect(seen()).toEqual(['text']);
  expect(bubble().delivery.reason).toMatch(/cannot be read any more/);
});

test('a file that Twilio never gives holds up the DM for some minutes only', async () => {
  await agentSends(null, { 'a.png': 'first' });
  await relay.webhook(conversationSid, relay.twilio.say(conversationSid, 'kim', 'after'));
  for (let times = 0; times < 20; times += 1) relay.twilio.failNext({ on: 'read', kind: 'before' });
  await relay.handleOutbound();
  expect(seen()).toEqual(['after']);
});

test('an edit of the text leaves the files where they are', async () => {
  const message = await agentSends('text', { 'a.png': 'first' });
  await relay.handleOutbound();
  const attributes = '{"seen":true}';
  await relay.changeWebhook('onMessageUpdated', conversationSid, { ...message, attributes });
  expect(await relay.query('select kind from relay.outbox_changes')).toEqual([]);
  await relay.changeWebhook('onMessageUpdated', conversationSid, { ...message, body: 'better text' });
  await relay.handleOutbound();
  expect(seen()).toEqual(['better text', '<a.png: first>']);
});

test('an agent who deletes the message takes the text and the files away', async () => {
  const message = await agentSends('text', { 'a.png': 'first' });
  await relay.handleOutbound();
  await relay.changeWebhook('onMessageRemoved', conversationSid, message);
  await relay.handleOutbound();
  expect(seen()).toEqual([]);
});

test('when too many files are in memory, a message waits for its turn and holds no lane meanwhile', async () => {
  await agentSends(null, { 'a.png': 'first' });
  let release = () => {};
  const busy = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = [relay.files.slots.hold(() => busy), relay.files.slots.hold(() => busy)];
  expect(await relay.outboundStep()).toEqual({ kind: 'later', delayMs: 250 });
  release();
  await Promise.all(held);
  await relay.handleOutbound();
  expect(seen()).toEqual(['<a.png: first>']);
});

test('a player who takes no direct messages gets no file either, and the agent reads why', async () => {
  await agentSends(null, { 'a.png': 'first' });
  relay.discord.refuseNext({ on: /^POST .*messages$/, status: 403, code: 50_007 });
  await relay.handleOutbound();
  expect(bubble().delivery.reason).toBe('The player does not accept direct messages from us.');
});
