import { markAgentJoined } from '../../src/store/conversations';
import { direct, type Relay, startRelay } from '../doubles/start-relay';
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

const closeDm = () => relay.discord.refuseNext({ on: /^POST/, status: 403, code: 50_007 });
const attributesOf = (index: number) => JSON.parse(relay.twilio.conversations[0]?.messages[index]?.attributes ?? '{}');

async function failsToSay(body: string) {
  closeDm();
  const message = relay.twilio.say(sid, 'kim', body);
  await relay.webhook(sid, message);
  await relay.handleOutbound();
  expect(attributesOf(message.index).delivery.state).toBe('failed');
  return message;
}
/** The agent's desktop writes the wish, and its webhook comes. */
async function asks(message: { sid: string; index: number; author: string; body: string | null }, key: string) {
  const attributes = JSON.stringify({
    delivery: { state: 'failed', ...attributesOf(message.index).delivery, resend: key },
  });
  Object.assign(relay.twilio.conversations[0]?.messages[message.index] ?? {}, { attributes });
  return relay.changeWebhook('onMessageUpdated', sid, { ...message, attributes });
}

test('a failed message is sent again when the agent asks, and the bubble says that it arrived', async () => {
  const message = await failsToSay('hi');
  await relay.webhook(sid, relay.twilio.say(sid, 'kim', 'later'));
  await relay.handleOutbound();
  await asks(message, '1');
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['later', 'hi']);
  expect(attributesOf(message.index)).toEqual({ delivery: { state: 'delivered' } });
});

test('the same wish counts once, whether the message arrives or fails again', async () => {
  const message = await failsToSay('hi');
  closeDm();
  await asks(message, '1');
  await relay.handleOutbound();
  expect(attributesOf(message.index).delivery).toEqual({ state: 'failed', reason: expect.any(String) });
  await asks(message, '1');
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
  await asks(message, '2');
  await asks(message, '2');
  await relay.handleOutbound();
  await asks(message, '3');
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['hi']);
});

test('only the parts that the player does not have are sent again', async () => {
  relay.discord.refuseNext({ on: /^POST/, status: 500, code: 0 });
  const message = relay.twilio.say(sid, 'kim', ['a', 'b'].map((letter) => letter.repeat(1_500)).join(' '));
  await relay.webhook(sid, message);
  await relay.outboundStep();
  await relay.query(
    `update relay.outbox set state = 'failed', parts_sent = 1, part_digests = '{x}', discord_message_ids = '{1}'
    where message_index = ${message.index}`,
  );
  await asks(message, '1');
  await relay.handleOutbound();
  expect(relay.discord.contents().map((content) => content?.[0])).toEqual(['b']);
});

test('a wish whose webhook was lost is found when the conversation’s end is compared', async () => {
  await markAgentJoined(relay.pool, sid);
  const message = await failsToSay('hi');
  const attributes = JSON.stringify({ delivery: { state: 'failed', reason: 'x', resend: '1' } });
  Object.assign(relay.twilio.conversations[0]?.messages[message.index] ?? {}, { attributes });
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['hi']);
});

test('a message that did not fail is not sent again, whatever its attributes say', async () => {
  const message = relay.twilio.say(sid, 'kim', 'once');
  await relay.webhook(sid, message);
  await relay.handleOutbound();
  const attributes = JSON.stringify({ delivery: { state: 'failed', reason: 'x', resend: '1' } });
  await relay.changeWebhook('onMessageUpdated', sid, { ...message, attributes });
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['once']);
});
