import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionInfo } from '@discordjs/ws';
import type { APIMessage } from 'discord-api-types/v10';
import { channelPageSize } from '../../src/discord/read-channel';
import { commitEvents } from '../../src/inbound/commit-events';
import type { SinkEntry } from '../../src/inbound/event-sink';
import { holdCommits } from '../doubles/hold-commits';
import { applicationId, direct, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const start = 1_573_511_247_096_184_832n;
const snowflake = (place: number) => `${start + BigInt(place)}`;
const session = (sessionId: string): SessionInfo => ({
  sessionId,
  resumeURL: 'wss://resume',
  sequence: 1,
  shardId: 0,
  shardCount: 1,
});
const event = (place: number, body: string): SinkEntry => ({
  kind: 'event',
  sequence: place,
  meaning: direct(snowflake(place), body),
});

/** The player wrote it, and nobody told. */
function unheard(place: number, content: string, more: Partial<APIMessage> = {}): void {
  const author = { id: wumpus.userId, username: wumpus.username, global_name: wumpus.displayName, avatar: null };
  relay.discord.history.push({
    id: snowflake(place),
    channel_id: dmChannelId,
    type: 0,
    content,
    author: author as APIMessage['author'],
    attachments: [],
    ...more,
  } as APIMessage);
}

/** The gateway tells of a session, and then what it hears. */
const hears = (sessionId: string, ...events: SinkEntry[]) =>
  commitEvents(
    relay.pool,
    applicationId,
    [{ kind: 'session', session: session(sessionId) }, ...events],
    session(sessionId),
  );
const transcript = () => relay.twilio.conversations.flatMap(({ messages }) => messages.map(({ body }) => body));

async function afterFirstContact(): Promise<void> {
  await hears('first', event(1, 'one'));
  await relay.readChannels();
  await relay.handleInbound();
  relay.discord.requests.length = 0;
}

test('what was written while no session heard it comes before what the new session tells, after a line that says so', async () => {
  await afterFirstContact();
  unheard(2, 'two');
  unheard(3, 'three');
  unheard(4, 'four');
  await hears('second', event(5, 'five'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['one']);
  await relay.readChannels();
  expect(relay.woken).toContain(dmChannelId);
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', '3 messages were sent while we were offline.', 'two', 'three', 'four', 'five']);
});

test('the line is for agents: the player does not get it', async () => {
  await afterFirstContact();
  unheard(2, 'two');
  await hears('second');
  await relay.readChannels();
  await relay.handleInbound();
  const [conversation] = relay.twilio.conversations;
  for (const message of conversation?.messages ?? []) await relay.webhook(conversation?.sid ?? '', message);
  await relay.handleOutbound();
  expect(transcript()).toContain('1 message was sent while we were offline.');
  expect(relay.discord.messages).toEqual([]);
});

test('a message that the channel holds and the session tells is stored once, whichever comes first', async () => {
  await afterFirstContact();
  unheard(2, 'two');
  unheard(3, 'three');
  await hears('second', event(3, 'three'));
  await relay.readChannels();
  await commitEvents(relay.pool, applicationId, [event(2, 'two')], session('second'));
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', '1 message was sent while we were offline.', 'two', 'three']);
});

test('nothing is said, and nothing is read again, when nothing was missed', async () => {
  await afterFirstContact();
  await hears('second', event(2, 'two'));
  await relay.readChannels();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two']);
  relay.discord.requests.length = 0;
  await commitEvents(relay.pool, applicationId, [event(3, 'three')], session('second'));
  await relay.readChannels();
  expect(relay.discord.requests).toEqual([]);
});

test('a session that is resumed reads no channel', async () => {
  await afterFirstContact();
  await hears('first', event(2, 'two'));
  await relay.readChannels();
  expect(relay.discord.requests).toEqual([]);
});

test('a worker that is killed between two pages reads on where it was', async () => {
  await afterFirstContact();
  for (let place = 2; place < 252; place += 1) unheard(place, `message ${place}`);
  await hears('second', event(252, 'live'));
  await relay.backFillStep();
  const between = await relay.query<{ after_id: string }>('select after_id from relay.backfills');
  expect(between).toEqual([{ after_id: snowflake(101) }]);
  await relay.restart();
  await relay.readChannels();
  expect(relay.discord.requests.filter((request) => request.startsWith('GET'))).toHaveLength(3);
  const stored = await relay.query<{ said: string }>(
    `select coalesce(payload->>'text', payload->>'body') as said from relay.inbox where state = 'waiting' order by position`,
  );
  const own = Array.from({ length: 250 }, (_, place) => `message ${place + 2}`);
  expect(stored.map(({ said }) => said)).toEqual(['250 messages were sent while we were offline.', ...own, 'live']);
});

test('a session that is lost while channels are read is made up for too', async () => {
  await afterFirstContact();
  unheard(2, 'two');
  await hears('second');
  unheard(3, 'three');
  relay.discord.loseAnswer(/^GET/);
  await expect(relay.backFillStep()).rejects.toThrow();
  await hears('third', event(4, 'four'));
  await relay.readChannels();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', '2 messages were sent while we were offline.', 'two', 'three', 'four']);
});

test('a page that was asked for before another session was lost does not end the reading', async () => {
  await afterFirstContact();
  await hears('second');
  const reading = relay.backFillStep();
  await hears('third');
  unheard(2, 'two');
  await reading;
  await relay.readChannels();
  await relay.handleInbound();
  expect(transcript()).toContain('two');
});

test('a channel that cannot be read any more holds nothing up', async () => {
  await afterFirstContact();
  relay.discord.refuseNext({ on: /^GET/, status: 404, code: 10_003 });
  await hears('second', event(2, 'two'));
  await relay.readChannels();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two']);
});

test('the bot’s own messages and what Discord tells are not recovered', async () => {
  await afterFirstContact();
  unheard(2, 'mine', { author: { id: applicationId, username: 'Support', bot: true } as APIMessage['author'] });
  unheard(3, '', { type: 3 });
  await hears('second');
  await relay.readChannels();
  await relay.handleInbound();
  expect(transcript()).toEqual(['one']);
});

// Seen under chaos: the live event had its place in the inbox already, the recovered ones were placed behind it, and
// then it was committed.
test('what is being stored at the moment when a channel is read to its end still comes after what was recovered', async () => {
  await afterFirstContact();
  await hears('second');
  const recovered = Array.from({ length: channelPageSize }, (_, place) => `${place + 2}`);
  for (const text of recovered) unheard(Number(text), text);
  expect(await relay.backFillStep()).toEqual({ kind: 'worked' });
  const slow = holdCommits(relay.pool);
  const storing = commitEvents(slow.pool, applicationId, [event(500, 'live')], session('second'));
  await slow.isAsked;
  const reading = relay.readChannels();
  await Promise.race([reading, sleep(500)]);
  slow.letThrough();
  await Promise.all([storing, reading]);
  const { rows } = await relay.pool.query<{ body: string | null }>(
    `select payload->>'body' as body from relay.inbox where state = 'waiting' and kind = 'message' order by position`,
  );
  expect(rows.map(({ body }) => body)).toEqual([...recovered, 'live']);
});
