import { DiscordAPIError } from '@discordjs/rest';
import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import { world } from '../../src/world';
import type { Bot } from './connect-bot';
import { customerService, type Emulator, player, startEmulator } from './start-emulator';

const applicationId = world.discord.application.id;
const guildId = world.discord.guild.id;

describe('interactions', () => {
  let emulator: Emulator;
  let bot: Bot;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(async () => {
    bot = await emulator.connect();
    await emulator.rest().put(Routes.applicationGuildCommands(applicationId, guildId), {
      body: [
        { name: 'helpme', description: 'Talk to us', name_localizations: { fr: 'aidemoi' } },
        {
          name: 'bug',
          description: 'Report a bug',
          options: [{ type: 3, name: 'description', description: 'What happened', required: true }],
        },
      ],
    });
  });
  afterEach(async () => {
    await bot.leave();
    expect(emulator.discord.snapshot().unhandled).toEqual([]);
    emulator.discord.reset();
  });
  afterAll(() => emulator.close());

  const run = (name = 'helpme', options = {}, channelId = customerService) =>
    emulator.control('POST', `/players/${player.id}/commands`, { name, channelId, options });
  const started = async () => {
    await run();
    return bot.told('INTERACTION_CREATE');
  };
  const answer = ({ id, token }: APIInteraction, body: object, query = new URLSearchParams()) =>
    emulator.rest().post(Routes.interactionCallback(id, token), { body, auth: false, query });
  const original = ({ token }: APIInteraction) => Routes.webhookMessage(applicationId, token);
  const code = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: unknown) => (error instanceof DiscordAPIError ? error.code : String(error)),
    );
  const messagesIn = (channelId: string) =>
    emulator.discord.snapshot().channels.find(({ id }) => id === channelId)?.messages ?? [];

  it('start with a slash command: who, where, in which language', async () => {
    await run('bug', { description: 'it crashed' });
    expect(await bot.told('INTERACTION_CREATE')).toMatchObject({
      type: 2,
      application_id: applicationId,
      guild_id: guildId,
      channel: { id: customerService },
      context: 0,
      locale: 'en-US',
      guild_locale: 'en-US',
      authorizing_integration_owners: { 0: guildId },
      member: { user: { id: player.id } },
      data: { name: 'bug', options: [{ name: 'description', type: 3, value: 'it crashed' }] },
    });
  });

  it('need an option that is required, and a command that exists', async () => {
    expect(await run('bug')).toEqual({ status: 400, body: { error: 'description is needed.' } });
    expect(await run('nothing')).toMatchObject({ status: 404 });
  });

  it('start with a press that names the button and its message', async () => {
    const { body: hello } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: 'hi',
    });
    const button = { type: 2, style: 1, label: 'Yes', custom_id: 'yes' };
    const message = (await emulator.rest().post(Routes.channelMessages(hello.channel_id), {
      body: { content: 'Sure?', components: [{ type: 1, components: [button] }] },
    })) as APIMessage;
    const press = (customId: string) =>
      emulator.control('POST', `/players/${player.id}/presses`, {
        channelId: hello.channel_id,
        messageId: message.id,
        customId,
      });
    expect(await press('no')).toMatchObject({ status: 404 });
    await press('yes');
    const interaction = await bot.told('INTERACTION_CREATE');
    expect(interaction).toMatchObject({
      type: 3,
      context: 1,
      user: { id: player.id },
      message: { id: message.id },
      data: { custom_id: 'yes', component_type: 2 },
    });
    await answer(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
    expect(await emulator.rest().get(original(interaction))).toMatchObject({ id: message.id });
    expect(await code(answer(interaction, { type: InteractionResponseType.DeferredMessageUpdate }))).toBe(40060);
  });

  it('change the message of a pressed button', async () => {
    const { body: hello } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: 'hi',
    });
    const button = { type: 2, style: 1, label: 'Yes', custom_id: 'yes' };
    const { id } = (await emulator.rest().post(Routes.channelMessages(hello.channel_id), {
      body: { content: 'Sure?', components: [{ type: 1, components: [button] }] },
    })) as APIMessage;
    await emulator.control('POST', `/players/${player.id}/presses`, {
      channelId: hello.channel_id,
      messageId: id,
      customId: 'yes',
    });
    await answer(await bot.told('INTERACTION_CREATE'), {
      type: InteractionResponseType.UpdateMessage,
      data: { content: 'Thanks', components: [] },
    });
    expect(messagesIn(hello.channel_id).at(-1)).toMatchObject({ id, content: 'Thanks', components: [] });
  });

  it('are answered in the channel, as an answer to the command', async () => {
    const interaction = await started();
    const response = await answer(
      interaction,
      { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'Hi!' } },
      new URLSearchParams({ with_response: 'true' }),
    );
    expect(response).toMatchObject({ interaction: { id: interaction.id }, resource: { message: { content: 'Hi!' } } });
    expect(messagesIn(customerService)).toMatchObject([
      { content: 'Hi!', type: 20, interaction_metadata: { id: interaction.id, user: { id: player.id } } },
    ]);
  });

  it('can be answered for the player’s eyes only', async () => {
    const interaction = await started();
    await answer(interaction, {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: 'psst', flags: MessageFlags.Ephemeral },
    });
    expect(messagesIn(customerService)).toEqual([]);
    expect(emulator.discord.snapshot().interactions).toMatchObject([{ ephemeralMessages: [{ content: 'psst' }] }]);
  });

  it('can be deferred and filled in later, unseen by others', async () => {
    const interaction = await started();
    await answer(interaction, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    });
    expect(emulator.discord.snapshot().interactions).toMatchObject([{ state: 'thinking' }]);
    emulator.clock.advance(14 * 60_000);
    await emulator.rest().patch(original(interaction), { body: { content: 'Done thinking' }, auth: false });
    const [seen] = emulator.discord.snapshot().interactions;
    expect(seen).toMatchObject({ state: 'answered', ephemeralMessages: [{ content: 'Done thinking' }] });
    expect((seen?.ephemeralMessages[0]?.flags ?? 0) & MessageFlags.Loading).toBe(0);
    await emulator.rest().post(Routes.webhook(applicationId, interaction.token), {
      body: { content: 'One more thing' },
      auth: false,
    });
    expect(messagesIn(customerService)).toMatchObject([{ content: 'One more thing' }]);
  });

  it('take the first answer within three seconds, not later', async () => {
    const interaction = await started();
    emulator.clock.advance(2_999);
    const deferral = { type: InteractionResponseType.DeferredChannelMessageWithSource };
    expect(await code(answer(interaction, deferral))).toBe('done');

    await run('bug', { description: 'slow' });
    const slow = await bot.told('INTERACTION_CREATE', ({ id }) => id !== interaction.id);
    emulator.clock.advance(3_000);
    expect(await code(answer(slow, deferral))).toBe(10062);
    expect(emulator.discord.snapshot().interactions[1]).toMatchObject({ state: 'failed' });
  });

  it('take follow-ups for 15 minutes after a first answer', async () => {
    const interaction = await started();
    const followUp = () =>
      code(
        emulator.rest().post(Routes.webhook(applicationId, interaction.token), { body: { content: 'x' }, auth: false }),
      );
    expect(await followUp()).toBe(10015);
    await answer(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'first' } });
    expect(await followUp()).toBe('done');
    emulator.clock.advance(15 * 60_000);
    expect(await followUp()).toBe(50027);
  });

  it('with a stranger’s token are unknown', async () => {
    const interaction = await started();
    expect(await code(answer({ ...interaction, token: 'guess' }, { type: 5 }))).toBe(10062);
    expect(await code(emulator.rest().get(original({ ...interaction, token: 'guess' })))).toBe(10015);
  });
});
