import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { botToken, customerService, type Emulator, player, startEmulator } from './start-emulator';
import { until } from './until';

describe('the Client of discord.js', () => {
  let emulator: Emulator;
  let client: Client<true>;
  const texts: string[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    emulator = await startEmulator();
    client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
      partials: [Partials.Channel],
      rest: { api: `${emulator.url}/discord/api` },
    });
    client.on(Events.Error, (error) => errors.push(error));
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) texts.push(message.content);
    });
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply(`You said ${interaction.options.getString('text', true)}`);
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(botToken);
    await ready;
  });
  afterAll(async () => {
    await client.destroy();
    await emulator.close();
  });
  afterEach(() => {
    expect(emulator.discord.snapshot().unhandled).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('knows the server and its channels', () => {
    expect(client.guilds.cache.first()?.channels.cache.get(customerService)?.name).toBe('customer-service');
  });

  it('carries a DM both ways', async () => {
    await emulator.control('POST', `/players/${player.id}/messages`, { dm: true, content: 'hello' });
    await until(() => texts.includes('hello'), 'the DM');
    const user = await client.users.createDM(player.id);
    const sent = await user.send({ content: 'hi', nonce: 'n1', enforceNonce: true });
    expect((await sent.edit('hi!')).content).toBe('hi!');
    expect((await user.messages.fetch({ limit: 10 })).map(({ content }) => content)).toEqual(['hi!', 'hello']);
  });

  it('registers a command and answers it', async () => {
    await client.application.commands.set([
      {
        name: 'echo',
        description: 'Says it again',
        options: [{ type: ApplicationCommandOptionType.String, name: 'text', description: 'What', required: true }],
      },
    ]);
    await emulator.control('POST', `/players/${player.id}/commands`, {
      name: 'echo',
      channelId: customerService,
      options: { text: 'wumpus' },
    });
    const answered = () =>
      emulator.discord.snapshot().channels.find(({ id }) => id === customerService)?.messages[0]?.content;
    await until(() => answered() === 'You said wumpus', 'the answer');
  });
});
