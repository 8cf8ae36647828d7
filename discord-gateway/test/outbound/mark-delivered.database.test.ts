import { virtualAgentAuthor } from '@discord-channel/contracts';
import { createMarkStep } from '../../src/outbound/mark-delivered';
import { markAgentJoined } from '../../src/store/conversations';
import { conversationsToMark } from '../../src/store/delivery-marks';
import { direct, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
let sid: string;
let now: number;
let step: ReturnType<typeof createMarkStep>;

beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  sid = relay.twilio.conversations[0]?.sid ?? '';
  await markAgentJoined(relay.pool, sid);
  relay.twilio.calls.length = 0;
  now = 0;
  step = createMarkStep({
    pool: relay.pool,
    conversations: relay.twilio.api,
    logger,
    paceMs: 0,
    monotonicNow: () => now,
  });
});

async function says(author: string, body: string) {
  await relay.webhook(sid, relay.twilio.say(sid, author, body));
  await relay.handleOutbound();
}
const horizon = () => relay.twilio.conversations[0]?.readHorizon;
const marks = () => relay.twilio.calls.filter((call) => call === 'moveReadHorizon').length;

/** What a lane does: the step again whenever it wants, until nothing is left. */
async function runFor(milliseconds: number) {
  const end = now + milliseconds;
  for (
    let outcome = await step(sid);
    outcome.kind === 'later' && now + outcome.delayMs <= end;
    outcome = await step(sid)
  ) {
    now += outcome.delayMs;
  }
  now = end;
}

test('messages that reached the player are marked together, one request for all, and then no more', async () => {
  await says('kim', 'one');
  await says('kim', 'two');
  await runFor(900);
  expect(marks()).toBe(0);
  await runFor(60_000);
  expect([marks(), horizon()]).toEqual([1, 2]);
});

test('a mark keeps its place for a while, so that many conversations come one after the other', async () => {
  const { pool, twilio } = relay;
  step = createMarkStep({ pool, conversations: twilio.api, logger, paceMs: 80, monotonicNow: () => now });
  await says('kim', 'one');
  await step(sid);
  now += 1_000;
  const beganAt = performance.now();
  await step(sid);
  expect(marks()).toBe(1);
  // Timers may fire a little early.
  expect(performance.now() - beganAt).toBeGreaterThan(75);
});

test('a conversation is marked at most once in three seconds, and its last message is', async () => {
  for (let message = 0; message < 12; message += 1) {
    await says('kim', `message ${message}`);
    await runFor(500);
  }
  expect(marks()).toBeLessThanOrEqual(2);
  await runFor(10_000);
  expect([marks(), horizon()]).toEqual([3, 12]);
});

test('what the virtual agent or the player said is not marked, nor what did not arrive', async () => {
  await says(virtualAgentAuthor, 'I am the bot');
  relay.discord.refuseNext({ on: /^POST \/channels\/\d+\/messages$/, status: 403, code: 50007 });
  await says('kim', 'closed');
  await runFor(60_000);
  expect(marks()).toBe(0);
});

test('a mark that failed is made later; a new worker makes those that were not', async () => {
  relay.twilio.failNext({ on: 'moveReadHorizon', kind: 'before', status: 503 });
  await says('kim', 'one');
  await runFor(1_500);
  expect([marks(), horizon()]).toEqual([1, undefined]);
  expect(await conversationsToMark(relay.pool)).toEqual([sid]);
  await runFor(10_000);
  expect(horizon()).toBe(1);
  expect(await conversationsToMark(relay.pool)).toEqual([]);
});

test('a conversation that is over is not asked for again and again', async () => {
  await says('kim', 'bye');
  relay.twilio.close(sid);
  await runFor(60_000);
  expect(marks()).toBe(1);
});
