import { commitEvents } from '../../src/inbound/commit-events';
import { loadSession } from '../../src/store/gateway-session';
import { applicationId, direct, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const session = { sessionId: 's', resumeURL: 'wss://resume', sequence: 7, shardId: 0, shardCount: 1 };

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

test('events and the session with their sequence are stored together', async () => {
  const entry = { kind: 'event' as const, sequence: 7, meaning: direct('1573511247096184832', 'hi') };
  await commitEvents(relay.pool, applicationId, [entry], session);
  expect(await loadSession(relay.pool, applicationId)).toEqual(session);
  expect(await relay.query('select discord_id, lane from relay.inbox')).toHaveLength(1);
});

test('when an event cannot be stored the sequence stays, so that Discord replays it', async () => {
  await commitEvents(relay.pool, applicationId, [], session);
  const broken = { ...direct('1573511247096184832', 'hi'), dmChannelId: 'NUL \0' } as never;
  const entry = { kind: 'event' as const, sequence: 8, meaning: broken };
  await expect(commitEvents(relay.pool, applicationId, [entry], { ...session, sequence: 8 })).rejects.toThrow();
  expect((await loadSession(relay.pool, applicationId))?.sequence).toBe(7);
});

test('a session that is over is forgotten', async () => {
  await commitEvents(relay.pool, applicationId, [], session);
  await commitEvents(relay.pool, applicationId, [], null);
  expect(await loadSession(relay.pool, applicationId)).toBeNull();
});

test('hostile text is stored as it is', async () => {
  const text = `'; drop table relay.inbox; -- \u0000 "{}" 👋🏽`;
  await relay.receive(direct('1573511247096184832', text));
  expect(await relay.query('select payload from relay.inbox')).toMatchObject([{ payload: { body: text } }]);
});

test('who writes articles can choose among the servers that the bot is in', async () => {
  const events = (...meanings: Parameters<typeof relay.receive>) => relay.receive(...meanings);
  await events(
    { kind: 'guild-seen', guildId: '200000000000000001', name: 'Wumpus Quest' },
    { kind: 'guild-seen', guildId: '200000000000000002', name: 'Other' },
  );
  await events(
    { kind: 'guild-seen', guildId: '200000000000000001', name: 'Wumpus Quest 2' },
    { kind: 'guild-left', guildId: '200000000000000002' },
  );
  expect(await relay.query('select application_id, guild_id, name from knowledge_base.servers')).toEqual([
    { application_id: applicationId, guild_id: '200000000000000001', name: 'Wumpus Quest 2' },
  ]);
});
