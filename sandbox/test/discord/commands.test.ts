import { Routes } from 'discord-api-types/v10';
import { world } from '../../src/world';
import { customerService, type Emulator, player, startEmulator } from './start-emulator';

const applicationId = world.discord.application.id;

describe('slash commands', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  const register = (commands: object[]) =>
    emulator.rest().put(Routes.applicationCommands(applicationId), { body: commands }) as Promise<{ id: string }[]>;

  it('replace the ones before them; one that keeps its name keeps its id', async () => {
    const [before] = await register([
      { name: 'bug', description: 'x' },
      { name: 'old', description: 'x' },
    ]);
    await register([{ name: 'bug', description: 'y' }]);
    expect(await emulator.rest().get(Routes.applicationCommands(applicationId))).toMatchObject([
      { id: before?.id, name: 'bug', description: 'y', application_id: applicationId },
    ]);
  });

  it('can belong to one server', async () => {
    const route = Routes.applicationGuildCommands(applicationId, world.discord.guild.id);
    await emulator.rest().put(route, { body: [{ name: 'bug', description: 'x' }] });
    expect(await emulator.rest().get(route)).toMatchObject([{ name: 'bug', guild_id: world.discord.guild.id }]);
  });

  it.each([
    ['a capital letter', [{ name: 'Bug', description: 'x' }]],
    ['no description', [{ name: 'bug' }]],
    [
      'the same name twice',
      [
        { name: 'bug', description: 'x' },
        { name: 'bug', description: 'y' },
      ],
    ],
  ])('are refused with %s', async (_, commands) => {
    await expect(register(commands)).rejects.toMatchObject({ status: 400, code: 50035 });
  });

  it('for the server only are not offered in a DM', async () => {
    await register([{ name: 'bug', description: 'x', contexts: [0] }]);
    const { body: message } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: 'hi',
    });
    const run = (channelId: string) =>
      emulator.control('POST', `/players/${player.id}/commands`, { name: 'bug', channelId });
    expect(await run(message.channel_id)).toMatchObject({ status: 404 });
    expect(await run(customerService)).toMatchObject({ status: 201 });
  });
});
