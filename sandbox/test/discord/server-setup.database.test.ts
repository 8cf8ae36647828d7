import { type APIMessage, type APITextChannel, ChannelType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { Pool } from 'pg';
import { openPool } from '../../../database/src';
import { createTestDatabase, type TestDatabase } from '../../../database/test/create-test-database';
import { createDiscordRest } from '../../../discord-gateway/src/discord/create-discord-rest';
import { requiredPermissions } from '../../../discord-gateway/src/server-setup/required-permissions';
import { type ServerConfig, serverConfig } from '../../../discord-gateway/src/server-setup/server-config';
import { setUpServer } from '../../../discord-gateway/src/server-setup/set-up-server';
import { world } from '../../src/world';
import { botToken, type Emulator, startEmulator } from './start-emulator';

const guildId = world.discord.guild.id;
const botRole = '220000000000000001';
const foreign = { id: '210000000000000099', name: 'general', topic: 'Anything' };
const config = serverConfig.parse({
  guildId,
  team: ['Admin', '220000000000000002'],
  category: { name: 'Support' },
  channels: { announcements: {}, 'bug-report': {}, 'feature-request': {}, 'customer-service': {} },
});

let database: TestDatabase;
let pool: Pool;
let emulator: Emulator;
beforeAll(async () => {
  database = await createTestDatabase();
  const onBrokenConnection = () => {};
  pool = openPool({
    connectionString: database.connectionString,
    max: 2,
    applicationName: 'test',
    onBrokenConnection,
  });
  const emptyGuild = { ...world.discord, guild: { ...world.discord.guild, channels: [foreign] } };
  emulator = await startEmulator(async () => {}, emptyGuild);
});
beforeEach(async () => {
  emulator.discord.reset();
  await pool.query('truncate relay.server_objects');
});
afterAll(async () => {
  await emulator.close();
  await pool.end();
  await database.drop();
});

async function setUp({ wanted = config, apply = true, token = botToken }: SetUp = {}) {
  const lines: string[] = [];
  const rest = createDiscordRest({ apiUrl: `${emulator.url}/discord/api`, botToken: token });
  const outcome = await setUpServer({
    db: pool,
    rest,
    config: wanted,
    shallApply: async () => apply,
    onProgress: (line) => lines.push(line),
  });
  return { outcome, shown: lines.join('\n') };
}
interface SetUp {
  wanted?: ServerConfig;
  apply?: boolean;
  token?: string;
}

const channels = () => emulator.rest().get(Routes.guildChannels(guildId)) as Promise<APITextChannel[]>;
const channel = async (name: string) => {
  const found = (await channels()).find((one) => one.name === name);
  if (!found) throw new Error(`there is no #${name}`);
  return found;
};
const pinned = async (name: string) => {
  const pins = await emulator.rest().get(Routes.channelMessagesPins((await channel(name)).id));
  return (pins as { items: { message: APIMessage }[] }).items.map(({ message }) => message);
};
/** How often anything was changed at Discord. */
const writes = () =>
  Object.entries(emulator.discord.snapshot().requests)
    .filter(([route]) => !route.startsWith('GET '))
    .reduce((sum, [, times]) => sum + times, 0);

describe('the setup of a server', () => {
  test('shows what it would do, and without consent does nothing', async () => {
    const { outcome, shown } = await setUp({ apply: false });
    expect(outcome).toBe('only-planned');
    expect(shown).toContain('+ category "Support"');
    expect(shown).toContain('File a bug report. Try the /bug slash command!');
    expect(shown).toMatch(/@everyone: may View Channel.*; may not .*Send Messages/);
    expect(writes()).toBe(0);
  });

  test('makes the channels with topics in the category, and a pinned explanation in each', async () => {
    expect((await setUp()).outcome).toBe('applied');
    const made = await channels();
    const category = made.find(({ type }) => Number(type) === ChannelType.GuildCategory);
    for (const name of ['announcements', 'bug-report', 'feature-request', 'customer-service']) {
      expect(await channel(name)).toMatchObject({ parent_id: category?.id, topic: expect.any(String) });
      expect(await pinned(name)).toHaveLength(1);
    }
    const [help] = await pinned('customer-service');
    expect(help?.components).toMatchObject([{ components: [{ label: 'Get help', custom_id: 'server:get-help' }] }]);
    expect(emulator.discord.snapshot().unhandled).toEqual([]);
  });

  test('has nothing to do the second time', async () => {
    await setUp();
    const before = writes();
    expect(await setUp()).toMatchObject({ outcome: 'nothing-to-do', shown: expect.stringContaining('Nothing to do.') });
    expect(writes()).toBe(before);
  });

  test('finds what it made by mark and name when its record is lost, and says so', async () => {
    await setUp();
    await pool.query('truncate relay.server_objects');
    const again = await setUp();
    expect(again.shown).toMatch(/= #bug-report is there already and is taken over \(found by its name\)/);
    expect(again.shown).not.toMatch(/^[+~]/m);
    expect(await pinned('bug-report')).toHaveLength(1);
    expect((await setUp()).outcome).toBe('nothing-to-do');
  });

  test('changes a topic and an explanation in place when their words change', async () => {
    await setUp();
    const [before] = await pinned('bug-report');
    const channelBefore = await channel('bug-report');
    const wanted = {
      ...config,
      channels: { ...config.channels, 'bug-report': { topic: 'Bugs', explanation: 'Tell us' } },
    };
    expect((await setUp({ wanted })).shown).toMatch(/topic: .* -> "Bugs"/);
    const [after, ...more] = await pinned('bug-report');
    expect(more).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, embeds: [{ description: 'Tell us' }] });
    expect(await channel('bug-report')).toMatchObject({ id: channelBefore.id, topic: 'Bugs' });
  });

  test('writes in the language of the server, with the command as its players see it', async () => {
    await setUp({ wanted: { ...config, language: 'fr' } });
    expect((await channel('customer-service')).topic).toContain('/aidemoi');
  });

  test('lets only the team and the bot write in #announcements', async () => {
    await setUp();
    const { id } = await channel('announcements');
    const player = world.discord.players[0];
    const write = () =>
      emulator.control('POST', `/players/${player.id}/messages`, { channelId: id, content: 'first!' });
    expect(await write()).toMatchObject({ status: 403, body: { error: 'wumpus may not write in #announcements.' } });
    await emulator.control('PUT', `/players/${player.id}/roles`, { roles: ['220000000000000002'] });
    expect((await write()).status).toBe(201);
    await emulator.rest().post(Routes.channelMessages(id), { body: { content: 'news' } });
  });

  test('never touches what it did not make: other channels, other permissions, names of adopted ones', async () => {
    const rest = emulator.rest();
    const before = await channel('general');
    const body = { name: 'old-bugs', permission_overwrites: [{ id: botRole, type: 0, allow: '64', deny: '0' }] };
    // A reaction is nothing that the bot may give: an admin made this channel.
    await emulator.control('PUT', `/roles/${botRole}`, { permissions: String(PermissionFlagsBits.Administrator) });
    const old = (await rest.post(Routes.guildChannels(guildId), { body })) as APITextChannel;
    await emulator.control('PUT', `/roles/${botRole}`, { permissions: String(requiredPermissions) });
    const wanted = { ...config, channels: { ...config.channels, 'bug-report': { id: old.id, name: 'bug-report' } } };
    expect((await setUp({ wanted })).shown).toContain(
      '= #old-bugs is there already and is taken over (found by its id)',
    );
    expect(await channel('general')).toEqual(before);
    expect(await channel('old-bugs')).toMatchObject({
      parent_id: null,
      permission_overwrites: body.permission_overwrites,
    });
    expect((await channels()).map(({ name }) => name)).not.toContain('bug-report');
    expect((await setUp({ wanted })).outcome).toBe('nothing-to-do');
  });

  test('makes anew what was deleted, and renames only what it made', async () => {
    await setUp();
    const wanted = { ...config, channels: { ...config.channels, 'feature-request': { name: 'ideas' } } };
    expect((await setUp({ wanted })).shown).toContain('name: "feature-request" -> "ideas"');
    expect((await channels()).map(({ name }) => name)).not.toContain('feature-request');
    await pool.query(
      `update relay.server_objects set discord_id = '999999999999999999' where key = 'channel:bug-report'`,
    );
    await pool.query(`update relay.server_objects set created = false where key = 'channel:feature-request'`);
    const again = await setUp();
    expect(again.shown).not.toContain('"ideas" ->');
    expect(again.shown).toContain('= #bug-report');
  });

  test('names the permission that is missing, with the link that grants exactly what is needed, and does nothing', async () => {
    const permissions = requiredPermissions & ~PermissionFlagsBits.PinMessages;
    await emulator.control('PUT', `/roles/${botRole}`, { permissions: String(permissions) });
    const { outcome, shown } = await setUp();
    expect(outcome).toBe('missing-permissions');
    expect(shown).toContain('The bot lacks in the server: Pin Messages.');
    const link = new URL(/https:\/\/discord\.com\/oauth2\S+/.exec(shown)?.[0] ?? '');
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      client_id: world.discord.application.id,
      scope: 'bot applications.commands',
      permissions: String(requiredPermissions),
      guild_id: guildId,
    });
    expect(writes()).toBe(0);
  });

  test('names the channel in which its own settings take a permission from the bot', async () => {
    await setUp();
    const { id } = await channel('bug-report');
    const deny = { type: 0, allow: '0', deny: String(PermissionFlagsBits.PinMessages) };
    await emulator.rest().put(Routes.channelPermission(id, botRole), { body: deny });
    const { outcome, shown } = await setUp();
    expect(outcome).toBe('missing-permissions');
    expect(shown).toContain('The bot lacks in #bug-report: Pin Messages.');
  });

  test('the bot of the sandbox has what the link grants and nothing more', () => {
    const role = world.discord.guild.roles.find(({ id }) => id === botRole);
    expect(role?.permissions).toBe(String(requiredPermissions));
  });

  test('waits when Discord asks it to, and goes on', async () => {
    await setUp();
    const { id } = await channel('bug-report');
    for (let sent = 0; sent < 4; sent += 1) {
      await emulator.rest().post(Routes.channelMessages(id), { body: { content: 'x' } });
    }
    await pool.query(`delete from relay.server_objects where key = 'explanation:bug-report'`);
    const wanted = { ...config, channels: { ...config.channels, 'bug-report': { explanation: 'Tell us' } } };
    for (let edits = 0; edits < 5; edits += 1) {
      const [message] = await pinned('bug-report');
      await emulator.rest().patch(Routes.channelMessage(id, message?.id ?? ''), { body: { content: 'x' } });
    }
    const passing = setTimeout(() => emulator.clock.advance(5_000), 1_000);
    expect((await setUp({ wanted })).outcome).toBe('applied');
    clearTimeout(passing);
    expect(await pinned('bug-report')).toMatchObject([{ embeds: [{ description: 'Tell us' }] }]);
  }, 20_000);

  test('says what is wrong with the token, the server, a role or a name', async () => {
    await expect(setUp({ token: 'MTAw.wrong.token' })).rejects.toMatchObject({ code: 'bad-token' });
    await expect(setUp({ wanted: { ...config, guildId: '200000000000000099' } })).rejects.toMatchObject({
      code: 'not-in-server',
      message: expect.stringContaining('https://discord.com/oauth2/authorize'),
    });
    await expect(setUp({ wanted: { ...config, team: ['Admins'] } })).rejects.toMatchObject({
      code: 'unknown-role',
      message: expect.stringContaining('Admin (220000000000000003)'),
    });
    const channels = { 'bug-report': { id: '210000000000000098' } };
    await expect(setUp({ wanted: { ...config, channels } })).rejects.toMatchObject({ code: 'unknown-channel' });
    for (let times = 0; times < 2; times += 1) {
      await emulator.rest().post(Routes.guildChannels(guildId), { body: { name: 'bug-report' } });
    }
    await expect(setUp()).rejects.toMatchObject({ code: 'ambiguous-name' });
  });
});
