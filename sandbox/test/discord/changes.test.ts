import { Routes } from 'discord-api-types/v10';
import { type Emulator, player, startEmulator } from './start-emulator';

describe('messages that are changed', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  const dm = async (content: string) =>
    (await emulator.control('POST', `/players/${player.id}/messages`, { dm: true, content })).body as {
      id: string;
      channel_id: string;
    };

  it('tells the bot of a player’s edit and deletion', async () => {
    const bot = await emulator.connect();
    const { id, channel_id } = await dm('one');
    const own = `/players/${player.id}/messages/${id}`;
    await emulator.control('PATCH', own, { channelId: channel_id, content: 'two' });
    await emulator.control('DELETE', own, { channelId: channel_id });
    expect(await bot.told('MESSAGE_UPDATE')).toMatchObject({
      id,
      content: 'two',
      edited_timestamp: expect.any(String),
    });
    expect(await bot.told('MESSAGE_DELETE')).toEqual({ id, channel_id });
    await bot.leave();
  });

  it('lets the bot delete its own messages only, and those once', async () => {
    const theirs = await dm('theirs');
    const rest = emulator.rest();
    const route = Routes.channelMessages(theirs.channel_id);
    const mine = (await rest.post(route, { body: { content: 'mine' } })) as { id: string };
    await expect(rest.delete(Routes.channelMessage(theirs.channel_id, theirs.id))).rejects.toMatchObject({
      code: 50_003,
    });
    await rest.delete(Routes.channelMessage(theirs.channel_id, mine.id));
    await expect(rest.delete(Routes.channelMessage(theirs.channel_id, mine.id))).rejects.toMatchObject({
      code: 10_008,
    });
    expect(await rest.get(route)).toMatchObject([{ id: theirs.id }]);
  });
});
