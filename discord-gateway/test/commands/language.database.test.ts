import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { readDmChannel } from '../../src/store/dm-channels';
import { dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const call = (name: string, interactionId: string, options: Record<string, string> = {}): DispatchMeaning => ({
  kind: 'command',
  call: { interactionId, token: `token-${interactionId}`, name, guildId: null, options, player: wumpus },
});

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

test('/language answers in the chosen language', async () => {
  await relay.receive(call('language', '1163511247096184832', { language: 'pl' }));
  await relay.handleInbound();
  expect(relay.discord.answers).toMatchObject([{ content: 'Od teraz piszę do Ciebie po polsku.' }]);
});

test('the chosen language goes before the locale of Discord, whatever command comes later', async () => {
  await relay.receive(call('language', '1163511247096184832', { language: 'ar' }));
  await relay.receive(call('helpme', '1163511247096184833'));
  await relay.handleInbound();
  expect((await readDmChannel(database(), dmChannelId)).origin.locale).toBe('ar');
  expect(relay.discord.messages.at(-1)?.content).toContain('كيف يمكنني مساعدتك');
});

test('a language that is not offered changes nothing, and the player is told that it failed', async () => {
  await relay.receive(call('language', '1163511247096184832', { language: 'tlh' }));
  await relay.handleInbound();
  const { rows } = await database().query('select chosen_language from relay.dm_channels');
  expect(rows.filter(({ chosen_language }) => chosen_language !== null)).toEqual([]);
});
