import { RateLimitError } from '@discordjs/rest';
import { addPlayerNotice } from '../../src/store/player-notices';
import { direct, dmChannelId, type Relay, startRelay } from '../doubles/start-relay';
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
afterEach(() => jest.restoreAllMocks());

const full = (timeToReset: number) =>
  new RateLimitError({
    ...{ timeToReset, retryAfter: timeToReset, sublimitTimeout: 0, global: false, scope: 'user', limit: 5 },
    ...{ method: 'POST', url: 'https://discord.com', route: '/channels/:id/messages', hash: 'create-message' },
    majorParameter: dmChannelId,
  });
const attempts = (table: string) => relay.query(`select attempts from relay.${table}`);
const expectWait = (step: { kind: string; delayMs?: number }) => {
  expect(step.kind).toBe('later');
  expect(step.delayMs).toBeGreaterThan(6_000);
  expect(step.delayMs).toBeLessThanOrEqual(7_000);
};

test('a message for a full channel waits in the database for as long as Discord says, and is no failure', async () => {
  for (const body of ['one', 'two']) await relay.webhook(sid, relay.twilio.say(sid, 'kim', body));
  jest.spyOn(relay.discord.rest, 'post').mockRejectedValueOnce(full(7_000));
  expectWait(await relay.outboundStep());
  // Another worker, or whoever wakes the lane, finds that it is not its turn, nor that of what comes behind it.
  expectWait(await relay.outboundStep());
  expect(relay.discord.contents()).toEqual([]);
  expect(await attempts('outbox where message_index = 1')).toEqual([{ attempts: 0 }]);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['one', 'two']);
});

test('a long message whose channel is full in the middle goes on where it stopped', async () => {
  await relay.webhook(sid, relay.twilio.say(sid, 'kim', `${'a'.repeat(1_900)} ${'b'.repeat(1_900)}`));
  const post = relay.discord.rest.post.bind(relay.discord.rest);
  let sent = 0;
  jest.spyOn(relay.discord.rest, 'post').mockImplementation(async (...request) => {
    sent += 1;
    if (sent === 2) throw full(7_000);
    return post(...request);
  });
  expectWait(await relay.outboundStep());
  await relay.handleOutbound();
  expect(relay.discord.contents().map((content) => content?.[0])).toEqual(['a', 'b']);
});

test('so do an edit and a notice', async () => {
  const said = relay.twilio.say(sid, 'kim', 'one');
  await relay.webhook(sid, said);
  await relay.handleOutbound();
  await relay.changeWebhook('onMessageUpdated', sid, { ...said, body: 'two' });
  jest.spyOn(relay.discord.rest, 'patch').mockRejectedValueOnce(full(7_000));
  expectWait(await relay.outboundStep());
  expect(await attempts('outbox_changes')).toEqual([{ attempts: 0 }]);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['two']);

  await addPlayerNotice(relay.pool, { dmChannelId, key: 'welcome', text: 'hi' });
  jest.spyOn(relay.discord.rest, 'post').mockRejectedValueOnce(full(7_000));
  expectWait(await relay.outboundStep());
  expect(await attempts("player_notices where key = 'welcome'")).toEqual([{ attempts: 0 }]);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['two', 'hi']);
});
