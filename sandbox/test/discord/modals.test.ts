import { DiscordAPIError } from '@discordjs/rest';
import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import {
  type APIInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
  Routes,
} from 'discord-api-types/v10';
import { world } from '../../src/world';
import type { Bot } from './connect-bot';
import { customerService, type Emulator, player, startEmulator } from './start-emulator';

const applicationId = world.discord.application.id;

/** Made with discord.js, as bots make them. */
const modal = () =>
  new ModalBuilder()
    .setCustomId('report')
    .setTitle('Report a bug')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Title')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setRequired(true).setMaxLength(20),
        ),
      new LabelBuilder()
        .setLabel('Platform')
        .setDescription('Where do you play?')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('platform')
            .setRequired(false)
            .addOptions({ label: 'PC', value: 'pc' }, { label: 'Xbox', value: 'xbox' }),
        ),
    )
    .toJSON();

describe('modals', () => {
  let emulator: Emulator;
  let bot: Bot;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(async () => {
    bot = await emulator.connect();
    const body = [
      {
        name: 'bug',
        description: 'Report a bug',
        options: [
          { type: 3, name: 'title', description: 'In a few words', max_length: 20 },
          { type: 3, name: 'platform', description: 'Where', choices: [{ name: 'PC', value: 'pc' }] },
        ],
      },
    ];
    await emulator.rest().put(Routes.applicationCommands(applicationId), { body });
  });
  afterEach(async () => {
    await bot.leave();
    expect(emulator.discord.snapshot().unhandled).toEqual([]);
    emulator.discord.reset();
  });
  afterAll(() => emulator.close());

  const run = (options = {}) =>
    emulator.control('POST', `/players/${player.id}/commands`, { name: 'bug', channelId: customerService, options });
  const started = async () => {
    await run();
    return bot.told('INTERACTION_CREATE');
  };
  const answer = ({ id, token }: APIInteraction, body: object) =>
    emulator.rest().post(Routes.interactionCallback(id, token), { body, auth: false });
  const show = (interaction: APIInteraction, data: object = modal()) =>
    answer(interaction, { type: InteractionResponseType.Modal, data });
  const submit = (interactionId: string, values: object, playerId: string = player.id) =>
    emulator.control('POST', `/players/${playerId}/modals`, { interactionId, values });
  const submitted = async () => {
    const command = await started();
    await show(command);
    await submit(command.id, { title: 'It broke', platform: ['pc'] });
    return bot.told('INTERACTION_CREATE', ({ type }) => type === 5) as Promise<APIModalSubmitInteraction>;
  };
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: unknown) => (error instanceof DiscordAPIError ? error.code : String(error)),
    );

  it('are shown to the player who gave the command', async () => {
    const command = await started();
    await show(command);
    expect(await refusal(show(command))).toBe(40060);
    expect(emulator.discord.snapshot().interactions).toMatchObject([
      { state: 'answered', modal: { custom_id: 'report', title: 'Report a bug' } },
    ]);
  });

  it('are handed in as an interaction of their own, with what was filled in', async () => {
    const interaction = await submitted();
    expect(interaction).toMatchObject({
      type: 5,
      guild_id: world.discord.guild.id,
      member: { user: { id: player.id } },
      data: {
        custom_id: 'report',
        components: [
          { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'title', value: 'It broke' } },
          { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'platform', values: ['pc'] } },
        ],
      },
    });
    expect(interaction.data).not.toHaveProperty('name');
  });

  it('are answered for everybody in the channel when that was deferred openly', async () => {
    const interaction = await submitted();
    await answer(interaction, { type: InteractionResponseType.DeferredChannelMessageWithSource });
    await emulator.rest().patch(Routes.webhookMessage(applicationId, interaction.token), {
      body: { content: 'Thank you' },
      auth: false,
    });
    const channel = emulator.discord.snapshot().channels.find(({ id }) => id === customerService);
    expect(channel?.messages).toMatchObject([{ content: 'Thank you', interaction_metadata: { type: 5 } }]);
  });

  it('cannot answer a modal', async () => {
    expect(await refusal(show(await submitted()))).toBe(50035);
  });

  it('come first or not at all: not after a deferral', async () => {
    const command = await started();
    await answer(command, { type: InteractionResponseType.DeferredChannelMessageWithSource });
    expect(await refusal(show(command))).toBe(40060);
  });

  it('come within three seconds', async () => {
    const command = await started();
    emulator.clock.advance(3_001);
    expect(await refusal(show(command))).toBe(10062);
  });

  it('leave no answer that could be edited', async () => {
    const command = await started();
    await show(command);
    const edit = emulator.rest().patch(Routes.webhookMessage(applicationId, command.token), { body: { content: 'x' } });
    expect(await refusal(edit)).toBe(10008);
  });

  const [title, platform] = modal().components as unknown as { label: string; component: Record<string, unknown> }[];
  it.each([
    ['a long id', { custom_id: 'x'.repeat(101) }],
    ['a long title', { title: 'x'.repeat(46) }],
    ['no title', { title: '' }],
    ['no field', { components: [] }],
    [
      'six fields',
      {
        components: Array.from({ length: 6 }, (_, n) => ({
          ...title,
          component: { ...title?.component, custom_id: `${n}` },
        })),
      },
    ],
    ['a field twice', { components: [title, title] }],
    ['a long label', { components: [{ ...title, label: 'x'.repeat(46) }] }],
    ['a long description', { components: [{ ...title, description: 'x'.repeat(101) }] }],
    [
      'a text longer than it may be',
      { components: [{ ...title, component: { ...title?.component, value: 'x'.repeat(21) } }] },
    ],
    ['a list of nothing', { components: [{ ...platform, component: { ...platform?.component, options: [] } }] }],
    ['a field of no known kind', { components: [{ ...title, component: { type: 2, custom_id: 'x', style: 1 } }] }],
  ])('are refused with %s', async (_name, change) => {
    const command = await started();
    expect(await refusal(show(command, { ...modal(), ...change }))).toBe(50035);
  });

  it.each([
    ['without what is required', {}, /Title: is needed/],
    ['with too long a text', { title: 'x'.repeat(21) }, /Title: is too long/],
    ['with a choice that is not offered', { title: 'x', platform: ['c64'] }, /Platform: does not offer/],
    ['with two choices of one', { title: 'x', platform: ['pc', 'xbox'] }, /Platform: takes fewer/],
    ['with a field that is not there', { title: 'x', other: 'y' }, /no field other/],
  ])('cannot be handed in %s', async (_name, values, why) => {
    const command = await started();
    await show(command);
    expect(await submit(command.id, values)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(why) },
    });
  });

  it('cannot be handed in by anybody else, nor without being shown', async () => {
    const command = await started();
    expect(await submit(command.id, { title: 'x' })).toMatchObject({ status: 404 });
    await show(command);
    expect(await submit(command.id, { title: 'x' }, world.discord.players[1].id)).toMatchObject({ status: 404 });
  });

  it('are spared by options, which the client checks: length and choices', async () => {
    expect(await run({ title: 'x'.repeat(21) })).toMatchObject({ status: 400 });
    expect(await run({ platform: 'c64' })).toMatchObject({ status: 400 });
    expect(await run({ title: 'x', platform: 'pc' })).toMatchObject({ status: 201 });
  });
});
