import { Routes } from 'discord-api-types/v10';
import { takeUnhandled } from '../watched-emulators';
import { customerService, type Emulator, startEmulator } from './start-emulator';

describe('what the emulator does not know', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  it('is refused and recorded: a route', async () => {
    await expect(emulator.rest().get(Routes.guildBans('1'))).rejects.toMatchObject({ status: 404 });
    expect(takeUnhandled()).toEqual([
      { method: 'GET', path: '/discord/api/v10/guilds/1/bans', reason: 'unknown route' },
    ]);
  });

  it('is refused and recorded: a field', async () => {
    const call = emulator.rest().post(Routes.channelMessages(customerService), {
      body: { content: 'x', poll: {}, embeds: [{ titel: 'x' }] },
    });
    await expect(call).rejects.toMatchObject({ status: 400 });
    expect(takeUnhandled()).toMatchObject([{ reason: expect.stringMatching(/embeds\.0\.titel/) }]);
  });

  it('never shows the token of an interaction', async () => {
    await expect(emulator.rest().delete(Routes.webhook('100', 'secret'))).rejects.toMatchObject({ status: 404 });
    expect(JSON.stringify(emulator.discord.snapshot())).not.toContain('secret');
    expect(takeUnhandled()).toHaveLength(1);
  });
});
