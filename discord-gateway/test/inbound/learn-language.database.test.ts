import { openCase } from '@discord-channel/case-management';
import { inTransaction } from '@discord-channel/database';
import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { readDmChannel } from '../../src/store/dm-channels';
import { direct, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const ids = ['1573511247096184832', '1573511247096184833', '1573511247096184834', '1573511247096184835'] as const;
const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

/** A message as the gateway tells it: Discord never says the locale with one. */
const written = (discordId: string, body: string, more: object = {}): DispatchMeaning => ({
  ...direct(discordId, body),
  ...{ player: { ...wumpus, locale: null }, message: { discordId, body, ...more } },
});
const pressed = (discordId: string, label: string): DispatchMeaning => ({
  kind: 'press',
  dmChannelId,
  player: wumpus,
  token: 'token',
  message: { discordId, body: label, customId: 'request-agent' },
});
const plays = async (...meanings: DispatchMeaning[]) => {
  for (const meaning of meanings) await relay.receive(meaning);
  await relay.handleInbound();
};
const localeOfDm = async () => (await readDmChannel(relay.pool, dmChannelId)).origin.locale;
const localeOfConversation = async () =>
  (await relay.query<{ locale: string | null }>('select locale from virtual_agent.conversations'))[0]?.locale;

test('a player who only ever writes gets the language of the first message, from the first answer on', async () => {
  await plays(written(ids[0], 'パスワードを忘れました'));
  expect(await localeOfConversation()).toBe('ja');
});

test('what tells nothing leaves it unknown, and a later message decides for the open conversation', async () => {
  await plays(written(ids[0], 'ok'));
  expect(await localeOfConversation()).toBeNull();
  await plays(written(ids[1], 'nie mogę się zalogować'));
  expect(await localeOfConversation()).toBe('pl');
});

test('it is kept for the next conversation', async () => {
  await plays(written(ids[0], 'أريد التحدث مع موظف'));
  await relay.query(`update relay.conversations set state = 'closed', closed_at = now()`);
  await relay.query(`update virtual_agent.conversations set mode = 'ended', ended_at = now()`);
  await relay.restart();
  await plays(written(ids[1], 'ok'));
  const [, next] = await relay.query<{ locale: string }>(
    'select locale from virtual_agent.conversations order by created_at',
  );
  expect(next?.locale).toBe('ar');
});

test('a press tells the locale of Discord; the label of our button is no writing of the player', async () => {
  await plays(written(ids[0], 'merci'));
  expect(await localeOfConversation()).toBe('fr');
  await plays(pressed(ids[1], 'Parler à un agent tout de suite'));
  expect(await localeOfDm()).toBe('en-US');
  expect(await localeOfConversation()).toBe('en-US');
});

test('certain Arabic goes before the English that Discord tells with a press', async () => {
  await plays(written(ids[0], 'أريد التحدث مع موظف'), pressed(ids[1], 'Talk to an agent'));
  expect(await localeOfDm()).toBe('ar');
});

test('a chosen language stays, whatever the player writes', async () => {
  await plays({
    kind: 'command',
    call: {
      interactionId: ids[0],
      token: 'token',
      name: 'language',
      guildId: null,
      options: { language: 'fr' },
      player: wumpus,
    },
  });
  await plays(written(ids[1], 'パスワードを忘れました'));
  expect(await localeOfDm()).toBe('fr');
  expect(await localeOfConversation()).toBe('fr');
});

test('a line that names what was attached is no writing of the player', async () => {
  await plays(
    written(ids[0], '[picture: où est mon mot de passe.png — not carried yet]', { uncarried: ['attachment'] }),
  );
  expect(await localeOfDm()).toBeNull();
});

test('a message whose first attempt failed is not counted twice', async () => {
  relay.twilio.failNext({ on: 'postMessage', kind: 'lost' });
  await plays(written(ids[0], 'bonjour'));
  const [dm] = await relay.query('select detected_language, detected_certain from relay.dm_channels');
  expect(dm).toEqual({ detected_language: 'fr', detected_certain: false });
});

test('the case shows the agent the language that the player turned to', async () => {
  await plays(written(ids[0], 'help me please'));

  const { origin } = await readDmChannel(relay.pool, dmChannelId);
  await inTransaction(relay.pool, async (db) => {
    await openCase(db, {
      origin,
      conversationSid: `CH${'0'.repeat(32)}`,
      subject: 'help',
      source: 'discord-dm',
      actor: { kind: 'player', id: origin.userId, name: origin.displayName },
    });
  });
  await plays(written(ids[1], 'لا أستطيع تسجيل الدخول'));
  expect(await relay.query('select locale from case_management.contacts')).toEqual([{ locale: 'ar' }]);
});

test('a language that is known to be followed is looked at again for another conversation', async () => {
  await plays(written(ids[0], 'パスワードを忘れました'));
  await plays(written(ids[1], 'パスワードを忘れました'));
  await relay.query(`update relay.conversations set state = 'closed', closed_at = now()`);
  await relay.query(`update virtual_agent.conversations set mode = 'ended', ended_at = now()`);
  await plays(written(ids[2], 'ok'));
  await relay.query(`update virtual_agent.conversations set locale = 'en' where mode <> 'ended'`);
  await plays(written(ids[3], 'パスワードを忘れました'));
  const [next] = await relay.query<{ locale: string }>(
    `select locale from virtual_agent.conversations where mode <> 'ended'`,
  );
  expect(next?.locale).toBe('ja');
});
