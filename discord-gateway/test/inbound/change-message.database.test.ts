import type { PlayerChange } from '../../src/inbound/player-change';
import { forgetOldVersions } from '../../src/store/message-versions';
import { direct, dmChannelId, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const messageId = '1573511247096184832';
const at = '2026-11-21T10:00:00.000Z';
const edit = (body: string, time = at): PlayerChange => ({ kind: 'edit', messageId, body, at: time });
const deletion: PlayerChange = { kind: 'delete', messageId, at };

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const changes = (...all: PlayerChange[]) =>
  relay.receive(...all.map((change) => ({ kind: 'change' as const, dmChannelId, change })));
const message = () => {
  const found = relay.twilio.conversations[0]?.messages[0];
  return { body: found?.body, attributes: JSON.parse(found?.attributes ?? '{}') };
};
const versions = async () =>
  (
    await relay.query<{ body: string }>('select body from relay.message_versions order by stored_at, change_id desc')
  ).map(({ body }) => body);

test('an edit changes the message, keeps what it said, and keeps its attributes', async () => {
  await relay.receive(direct(messageId, 'pasword'));
  await relay.handleInbound();
  await changes(edit('password'));
  await relay.handleInbound();
  expect(message()).toEqual({
    body: 'password',
    attributes: {
      origin: 'player',
      discord: { messageId },
      edited: { by: 'player', at, version: expect.stringContaining(messageId) },
    },
  });
  expect(await versions()).toEqual(['pasword', 'password']);
});

test('a change that comes before its message was posted is made after it', async () => {
  await relay.receive(direct(messageId, 'one'));
  await changes(edit('two'), deletion);
  await relay.handleInbound();
  expect(message().body).toBe('[deleted by the player]');
  expect(await versions()).toEqual(['one', 'two']);
});

test('a deleted message says nothing any more, and what it said is kept and then forgotten', async () => {
  await relay.receive(direct(messageId, 'a threat'));
  await relay.handleInbound();
  await changes(deletion);
  await relay.handleInbound();
  expect(message()).toMatchObject({ body: '[deleted by the player]', attributes: { deleted: { by: 'player', at } } });
  expect(await versions()).toEqual(['a threat']);
  expect(await forgetOldVersions(relay.pool)).toBe(0);
  await relay.query(`update relay.message_versions set stored_at = now() - interval '31 days'`);
  expect(await forgetOldVersions(relay.pool)).toBe(1);
});

test('a change is made once, however often it is told and when its answer is lost', async () => {
  await relay.receive(direct(messageId, 'one'));
  await relay.handleInbound();
  relay.twilio.failNext({ on: 'updateMessage', kind: 'lost' });
  await changes(edit('two'));
  await changes(edit('two'));
  await relay.handleInbound();
  expect(relay.twilio.calls.filter((call) => call === 'updateMessage')).toHaveLength(1);
  expect(await versions()).toEqual(['one', 'two']);
});

test('a change of what was never carried, or of a conversation that is over, holds nothing up', async () => {
  await changes(deletion);
  await relay.receive(direct('1573511247096184833', 'one'));
  await relay.handleInbound();
  relay.twilio.close(relay.twilio.conversations[0]?.sid ?? '');
  await changes({ ...deletion, messageId: '1573511247096184833' });
  await relay.receive(direct('1573511247096184834', 'two'));
  await relay.handleInbound();
  expect(relay.twilio.conversations.map(({ messages }) => messages.map(({ body }) => body))).toEqual([
    ['one'],
    ['two'],
  ]);
});

test('a message that was set aside and then deleted is not kept', async () => {
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 400 });
  await relay.receive(direct(messageId, 'poison'));
  await relay.handleInbound();
  await changes(deletion);
  await relay.handleInbound();
  expect(await relay.query('select payload from relay.inbox where payload is not null')).toEqual([]);
});
