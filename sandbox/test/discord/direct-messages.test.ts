import { type APIDMChannel, Routes } from 'discord-api-types/v10';
import { type Emulator, player, startEmulator } from './start-emulator';

describe('direct messages', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  const open = (recipient: string = player.id) =>
    emulator.rest().post(Routes.userChannels(), { body: { recipient_id: recipient } }) as Promise<APIDMChannel>;

  it('are refused with 50278 to a player who shares no server', async () => {
    const { id } = await open();
    const write = () => emulator.rest().post(Routes.channelMessages(id), { body: { content: 'hello?' } });
    await emulator.control('PUT', `/players/${player.id}/dm-policy`, { open: true, sharesServer: false });
    await expect(write()).rejects.toMatchObject({ status: 403, code: 50_278 });
    await emulator.control('PUT', `/players/${player.id}/dm-policy`, { open: true, sharesServer: true });
    await expect(write()).resolves.toMatchObject({ content: 'hello?' });
  });

  it('are opened too fast for Discord where the switch says so: 40003', async () => {
    const { id } = await open();
    const { body: newcomer } = await emulator.control('POST', '/players', { username: 'newcomer' });
    await emulator.control('PUT', '/dm-openings', { tooFast: true });
    await expect(open(newcomer.id)).rejects.toMatchObject({ status: 400, code: 40_003 });
    // One that is open already is no new one.
    await expect(open()).resolves.toMatchObject({ id });
    await emulator.control('PUT', '/dm-openings', { tooFast: false });
    await expect(open(newcomer.id)).resolves.toMatchObject({ type: 1 });
  });
});
