import { type APIMessage, type APITextChannel, MessageType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { world } from '../../src/world';
import { customerService, type Emulator, player, startEmulator } from './start-emulator';

const guildId = world.discord.guild.id;
const [everyone, botRole, moderator] = world.discord.guild.roles;
const embeds = [{ description: 'x' }];

describe('a server and its permissions', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  const rest = () => emulator.rest();
  const say = (body: object = { content: 'x' }) =>
    rest().post(Routes.channelMessages(customerService), { body }) as Promise<APIMessage>;
  const pin = ({ id }: APIMessage) => rest().put(Routes.channelMessagesPin(customerService, id));
  /** The bot's role has everything that it is given but this, and @everyone has nothing. */
  const without = async (permission: bigint) => {
    await emulator.control('PUT', `/roles/${everyone.id}`, { permissions: '0' });
    const permissions = BigInt(botRole.permissions) & ~permission;
    await emulator.control('PUT', `/roles/${botRole.id}`, { permissions: String(permissions) });
  };
  const overwrite = (id: string, type: 0 | 1, allow: bigint, deny: bigint) =>
    rest().put(Routes.channelPermission(customerService, id), { body: { type, allow: `${allow}`, deny: `${deny}` } });

  it.each([
    ['write', PermissionFlagsBits.SendMessages, 50013, () => say()],
    ['show a card', PermissionFlagsBits.EmbedLinks, 50013, () => say({ embeds })],
    ['see the channel', PermissionFlagsBits.ViewChannel, 50001, () => say()],
    [
      'read what was written',
      PermissionFlagsBits.ReadMessageHistory,
      50013,
      () => rest().get(Routes.channelMessages(customerService)),
    ],
    [
      'make a channel',
      PermissionFlagsBits.ManageChannels,
      50013,
      () => rest().post(Routes.guildChannels(guildId), { body: { name: 'x' } }),
    ],
    [
      'change a channel',
      PermissionFlagsBits.ManageChannels,
      50013,
      () => rest().patch(Routes.channel(customerService), { body: { topic: 'x' } }),
    ],
    ['change permissions', PermissionFlagsBits.ManageRoles, 50013, () => overwrite(everyone.id, 0, 0n, 0n)],
  ])('the bot cannot %s without the permission', async (_name, permission, code, attempt) => {
    await without(permission);
    await expect(attempt()).rejects.toMatchObject({ status: 403, code });
  });

  it('a message cannot be pinned without the permission', async () => {
    const message = await say();
    await without(PermissionFlagsBits.PinMessages);
    await expect(pin(message)).rejects.toMatchObject({ status: 403, code: 50013 });
  });

  it('@everyone is pinged only with the permission', async () => {
    const ping = { content: '@everyone', allowed_mentions: { parse: ['everyone'] } };
    expect((await say(ping)).mention_everyone).toBe(false);
    const permissions = BigInt(botRole.permissions) | PermissionFlagsBits.MentionEveryone;
    await emulator.control('PUT', `/roles/${botRole.id}`, { permissions: String(permissions) });
    expect((await say(ping)).mention_everyone).toBe(true);
  });

  it('the bot can give only what it has', async () => {
    const { KickMembers, AddReactions } = PermissionFlagsBits;
    await expect(overwrite(everyone.id, 0, KickMembers, 0n)).rejects.toMatchObject({ code: 50013 });
    await expect(overwrite(everyone.id, 0, AddReactions, 0n)).resolves.toBeDefined();
  });

  it('a pinned message is listed, pinned once, and told by a message of the channel', async () => {
    const message = await say();
    await pin(message);
    await pin(message);
    const pins = (await rest().get(Routes.channelMessagesPins(customerService))) as {
      items: { message: APIMessage }[];
    };
    expect(pins.items).toMatchObject([{ message: { id: message.id, pinned: true } }]);
    const messages = (await rest().get(Routes.channelMessages(customerService))) as APIMessage[];
    expect(messages.map(({ type }) => type)).toEqual([MessageType.ChannelPinnedMessage, MessageType.Default]);
  });

  it('the deprecated addresses of pins are unknown', async () => {
    await expect(rest().get(Routes.channelPins(customerService))).rejects.toMatchObject({ status: 404 });
    emulator.discord.reset();
  });

  it('a channel that is made has its name as Discord writes it, in a category that exists', async () => {
    const body = { name: 'Bug Report', parent_id: '999999999999999999' };
    await expect(rest().post(Routes.guildChannels(guildId), { body })).rejects.toMatchObject({ code: 50035 });
    const made = (await rest().post(Routes.guildChannels(guildId), { body: { name: 'Bug Report' } })) as APITextChannel;
    expect(made.name).toBe('bug-report');
  });

  it('a member’s own permission goes before a role’s, and a role’s before @everyone’s', async () => {
    const { SendMessages } = PermissionFlagsBits;
    const write = async () =>
      (await emulator.control('POST', `/players/${player.id}/messages`, { channelId: customerService, content: 'x' }))
        .status;
    expect(await write()).toBe(201);
    await overwrite(everyone.id, 0, 0n, SendMessages);
    expect(await write()).toBe(403);
    await emulator.control('PUT', `/players/${player.id}/roles`, { roles: [moderator.id] });
    await overwrite(moderator.id, 0, SendMessages, 0n);
    expect(await write()).toBe(201);
    await overwrite(player.id, 1, 0n, SendMessages);
    expect(await write()).toBe(403);
  });

  it('a channel that a player does not see is not there for the player', async () => {
    await overwrite(everyone.id, 0, 0n, PermissionFlagsBits.ViewChannel);
    const written = await emulator.control('POST', `/players/${player.id}/messages`, {
      channelId: customerService,
      content: 'x',
    });
    expect(written.status).toBe(404);
  });

  it('members are read by id, the bot with its role', async () => {
    expect(await rest().get(Routes.guildMember(guildId, world.discord.bot.id))).toMatchObject({ roles: [botRole.id] });
    expect(await rest().get(Routes.guildMember(guildId, player.id))).toMatchObject({ roles: [] });
    await expect(rest().get(Routes.guildMember(guildId, '1'))).rejects.toMatchObject({ code: 10007 });
  });
});
