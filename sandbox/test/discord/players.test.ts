import { type APIUser, Routes } from 'discord-api-types/v10';
import type { PlayerEvent } from '../../src/discord/players/player-view';
import { world } from '../../src/world';
import { customerService, type Emulator, player, startEmulator } from './start-emulator';
import { until } from './until';

const guildId = world.discord.guild.id;

describe('players and what they see', () => {
  let emulator: Emulator;
  let streams: AbortController[] = [];
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => {
    for (const stream of streams) stream.abort();
    streams = [];
    emulator.discord.reset();
  });
  afterAll(() => emulator.close());

  /** Follows a player's stream; the events grow as they come. */
  const follow = async (playerId: string) => {
    const events: PlayerEvent[] = [];
    const abort = new AbortController();
    streams.push(abort);
    const response = await fetch(`${emulator.url}/_sandbox/discord/players/${playerId}/stream`, {
      signal: abort.signal,
    });
    const read = async () => {
      let text = '';
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
        text += chunk.value;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)));
      }
    };
    // The stream ends with the abort of the test.
    read().catch(() => {});
    await until(() => events.length > 0, 'the view');
    return events;
  };
  const write = (playerId: string, body: object) => emulator.control('POST', `/players/${playerId}/messages`, body);

  it('see the server and the messages that are there', async () => {
    await write(player.id, { channelId: customerService, content: 'before' });
    const [view] = await follow(player.id);
    expect(view).toMatchObject({
      type: 'view',
      view: { me: { id: player.id }, guild: { name: world.discord.guild.name } },
    });
    const channel = view?.type === 'view' && view.view.channels.find(({ id }) => id === customerService);
    expect(channel).toMatchObject({ topic: expect.stringContaining('/helpme'), messages: [{ content: 'before' }] });
  });

  it('see their own DM, live, and nobody else’s', async () => {
    const [mine, theirs] = [await follow(player.id), await follow(world.discord.players[1].id)];
    await write(player.id, { dm: true, content: 'private' });
    await write(player.id, { channelId: customerService, content: 'public' });
    const told = (events: PlayerEvent[]) =>
      events.flatMap((event) => (event.type === 'message' ? [event.message.content] : []));
    await until(() => told(theirs).includes('public'), 'the public message');
    expect(told(theirs)).toEqual(['public']);
    expect(mine.map(({ type }) => type)).toEqual(['view', 'channel', 'message', 'message']);
  });

  it('can join; the bot can write to them at once', async () => {
    const { status, body } = await emulator.control('POST', '/players', { username: 'new_one', globalName: 'New One' });
    expect(status).toBe(201);
    const joined = body as APIUser;
    expect(joined).toMatchObject({ username: 'new_one', global_name: 'New One', avatar: null });
    const dm = await emulator.rest().post(Routes.userChannels(), { body: { recipient_id: joined.id } });
    expect(dm).toMatchObject({ recipients: [{ id: joined.id }] });
  });

  it('are told in plain words what they cannot do', async () => {
    expect(await write('1', { dm: true, content: 'x' })).toEqual({
      status: 404,
      body: { error: 'There is no player 1.' },
    });
    expect(await write(player.id, { dm: true, content: ' ' })).toEqual({
      status: 400,
      body: { error: 'A message needs text, a file or a sticker.' },
    });
    expect(await write(player.id, { content: 'x' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('name channelId or dm') },
    });
    const { body: theirs } = await write(world.discord.players[1].id, { dm: true, content: 'mine' });
    expect(await write(player.id, { channelId: theirs.channel_id, content: 'x' })).toMatchObject({ status: 404 });
  });

  it('are as at the start after a reset', async () => {
    const events = await follow(player.id);
    await write(player.id, { dm: true, content: 'gone soon' });
    emulator.discord.reset();
    await until(() => events.filter(({ type }) => type === 'view').length === 2, 'the new view');
    const { body: state } = await emulator.control('GET', '/state');
    expect(state.players.map(({ dmChannelId }: { dmChannelId: string | null }) => dmChannelId)).toEqual([null, null]);
    expect(state).toMatchObject({ commands: [], interactions: [], unhandled: [] });
  });
});

describe('the server and the bot', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it('are described to the bot', async () => {
    const rest = emulator.rest();
    expect(await rest.get(Routes.currentApplication())).toMatchObject(world.discord.application);
    expect(await rest.get(Routes.user())).toMatchObject({ ...world.discord.bot, bot: true });
    expect(await rest.get(Routes.guild(guildId))).toMatchObject({ id: guildId, name: world.discord.guild.name });
    expect(await rest.get(Routes.guildChannels(guildId))).toMatchObject(world.discord.guild.channels);
    expect(await rest.get(Routes.channel(customerService))).toMatchObject({ type: 0, name: 'customer-service' });
    await expect(rest.get(Routes.guild('299999999999999999'))).rejects.toMatchObject({ status: 404, code: 10004 });
  });

  it('number everything with ids that rise and carry the time', async () => {
    const { body: first } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: '1',
    });
    const { body: second } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: '2',
    });
    expect(BigInt(second.id)).toBeGreaterThan(BigInt(first.id));
    const made = Number(BigInt(first.id) >> 22n) + 1_420_070_400_000;
    expect(made).toBe(emulator.clock.now().getTime());
  });
});
