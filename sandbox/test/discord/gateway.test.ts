import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes, Routes } from 'discord-api-types/v10';
import { WebSocket } from 'ws';
import type { Bot } from './connect-bot';
import { botToken, customerService, type Emulator, player, startEmulator } from './start-emulator';
import { until } from './until';

const defaultIntents = GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages;

describe('the gateway', () => {
  let emulator: Emulator;
  let bots: Bot[] = [];
  let sockets: WebSocket[] = [];
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.leave()));
    for (const socket of sockets) socket.terminate();
    bots = [];
    sockets = [];
    emulator.discord.reset();
  });
  afterAll(() => emulator.close());

  const connect = async (intents?: number) => {
    const bot = await emulator.connect(intents);
    bots.push(bot);
    return bot;
  };
  const dm = (content: string) => emulator.control('POST', `/players/${player.id}/messages`, { dm: true, content });
  const fault = (kind: string) => emulator.control('POST', '/faults', { kind });
  const sessions = () => emulator.discord.snapshot().sessions;
  /** A client that speaks the bare protocol, for what the official one never does. */
  const speak = (path = '/discord/gateway?v=10&encoding=json') => {
    const socket = new WebSocket(`${emulator.url.replace('http', 'ws')}${path}`);
    sockets.push(socket);
    const received: { op: number; t?: string; s?: number; d?: unknown }[] = [];
    let closedWith: number | undefined;
    socket.on('message', (data) => received.push(JSON.parse(data.toString())));
    socket.on('close', (code) => {
      closedWith = code;
    });
    return {
      socket,
      received,
      send: (payload: unknown) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      hello: () => until(() => received.find(({ op }) => op === GatewayOpcodes.Hello), 'hello'),
      got: (op: number) => until(() => received.find((payload) => payload.op === op), `op ${op}`),
      closed: () => until(() => closedWith, 'the close'),
    };
  };
  const identify = (changes: object = {}) => ({
    op: GatewayOpcodes.Identify,
    d: { token: botToken, intents: defaultIntents, properties: {}, ...changes },
  });

  it('greets a bot with READY and the server', async () => {
    const bot = await connect();
    expect(await bot.told('READY')).toMatchObject({
      v: 10,
      user: { username: 'Support', bot: true },
      guilds: [{ unavailable: true }],
      resume_gateway_url: `${emulator.url.replace('http', 'ws')}/discord/resume`,
    });
    const guild = await bot.told('GUILD_CREATE');
    expect(guild.channels.map(({ name }) => name)).toContain('customer-service');
  });

  it('tells of a DM with the author as a user and the kind of channel', async () => {
    const bot = await connect();
    const { body: message } = await dm('hello');
    expect(await bot.told('MESSAGE_CREATE')).toMatchObject({
      id: message.id,
      channel_id: message.channel_id,
      channel_type: 1,
      content: 'hello',
      author: { id: player.id, global_name: player.globalName, avatar: null },
    });
  });

  it('tells of the bot’s own messages too', async () => {
    const bot = await connect(GatewayIntentBits.GuildMessages);
    await emulator.rest().post(Routes.channelMessages(customerService), { body: { content: 'mine' } });
    expect(await bot.told('MESSAGE_CREATE')).toMatchObject({ content: 'mine', author: { bot: true } });
  });

  it('tells only what the intents ask for', async () => {
    const [withDms, withGuild] = [await connect(defaultIntents), await connect(GatewayIntentBits.GuildMessages)];
    await emulator.control('POST', `/players/${player.id}/messages`, { channelId: customerService, content: 'public' });
    await dm('private');
    await withDms.told('MESSAGE_CREATE');
    // Without MESSAGE_CONTENT a message on the server comes without its text.
    expect(await withGuild.told('MESSAGE_CREATE')).toMatchObject({ channel_id: customerService, content: '' });
    expect(withDms.texts()).toEqual(['private']);
    expect(withGuild.texts()).toEqual(['']);
  });

  it('replays what was missed after a lost connection, in order, then says RESUMED', async () => {
    const bot = await connect();
    await dm('before');
    await bot.told('MESSAGE_CREATE');
    await fault('disconnect');
    await until(() => sessions().every(({ connected }) => !connected), 'the connection to be lost');
    await dm('during 1');
    await dm('during 2');
    await bot.told('RESUMED');
    expect(bot.dispatches.map(({ t }) => t).slice(-3)).toEqual(['MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    expect(bot.texts()).toEqual(['before', 'during 1', 'during 2']);
    expect(bot.sessionsStarted()).toBe(1);
  });

  it('asks for a reconnect and lets the session go on', async () => {
    const bot = await connect();
    await fault('reconnect');
    await bot.told('RESUMED');
    await dm('after');
    await bot.told('MESSAGE_CREATE', ({ content }) => content === 'after');
    expect(bot.sessionsStarted()).toBe(1);
  });

  it('ends a session for good: what is missed then never comes', async () => {
    const bot = await connect();
    await fault('expire-session');
    await until(() => sessions().length === 0, 'the session to end');
    await dm('lost');
    await until(() => bot.sessionsStarted() === 2, 'a new session');
    await dm('after');
    await bot.told('MESSAGE_CREATE', ({ content }) => content === 'after');
    expect(bot.texts()).toEqual(['after']);
  }, 15_000);

  it('keeps a session for some minutes without a connection, not longer', async () => {
    const { socket, send, hello, got } = speak();
    await hello();
    send(identify());
    const ready = await got(GatewayOpcodes.Dispatch);
    const { session_id } = ready.d as { session_id: string };
    socket.terminate();
    await until(() => sessions().every(({ connected }) => !connected), 'the connection to be lost');

    emulator.clock.advance(4 * 60_000);
    const second = speak('/discord/resume?v=10&encoding=json');
    await second.hello();
    second.send({ op: GatewayOpcodes.Resume, d: { token: botToken, session_id, seq: 2 } });
    expect(await second.got(GatewayOpcodes.Dispatch)).toMatchObject({ t: 'RESUMED' });
    second.socket.terminate();
    await until(() => sessions().every(({ connected }) => !connected), 'the connection to be lost');

    emulator.clock.advance(6 * 60_000);
    const third = speak('/discord/resume?v=10&encoding=json');
    await third.hello();
    third.send({ op: GatewayOpcodes.Resume, d: { token: botToken, session_id, seq: 2 } });
    expect(await third.got(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  it.each([1_000, 1_001])('ends the session when the client closes with %i', async (code) => {
    const { socket, send, hello, got } = speak();
    await hello();
    send(identify());
    await got(GatewayOpcodes.Dispatch);
    socket.close(code);
    await until(() => sessions().length === 0, 'the session to end');
  });

  it('keeps the session when the client closes with another code', async () => {
    const { socket, send, hello, got, closed } = speak();
    await hello();
    send(identify());
    await got(GatewayOpcodes.Dispatch);
    socket.close(4_900);
    await closed();
    await until(() => sessions()[0]?.connected === false, 'the session to wait');
  });

  it('takes a presence from a bot that has identified itself, from nobody else', async () => {
    const presence = {
      op: GatewayOpcodes.PresenceUpdate,
      d: { since: null, activities: [], status: 'online', afk: false },
    };
    const stranger = speak();
    await stranger.hello();
    stranger.send(presence);
    expect(await stranger.closed()).toBe(GatewayCloseCodes.NotAuthenticated);
  });

  it('keeps DMs from a bot without DIRECT_MESSAGES, and shows their text without MESSAGE_CONTENT', async () => {
    const deaf = await connect(GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages);
    const listening = await connect(GatewayIntentBits.DirectMessages);
    await Promise.all([deaf.told('READY'), listening.told('READY')]);
    await emulator.control('POST', `/players/${player.id}/messages`, { dm: true, content: 'in private' });
    await listening.told('MESSAGE_CREATE', ({ content }) => content === 'in private');
    expect(deaf.texts()).toEqual([]);
  });

  it('takes the token away from a bot that identifies itself too often in a day', async () => {
    const identifyOnce = async () => {
      const bot = speak();
      await bot.hello();
      bot.send(identify());
      await bot.got(GatewayOpcodes.Dispatch);
      bot.socket.close();
    };
    for (let count = 0; count < 1_000; count += 50) await Promise.all(Array.from({ length: 50 }, identifyOnce));
    const last = speak();
    await last.hello();
    last.send(identify());
    expect(await last.closed()).toBe(GatewayCloseCodes.AuthenticationFailed);
    await expect(emulator.rest().get(Routes.gatewayBot())).rejects.toMatchObject({ status: 401 });
    emulator.discord.reset();
    await expect(emulator.rest().get(Routes.gatewayBot())).resolves.toBeDefined();
  }, 60_000);

  it('acknowledges heartbeats', async () => {
    const { send, hello, got } = speak();
    expect((await hello()).d).toMatchObject({ heartbeat_interval: 41_250 });
    send({ op: GatewayOpcodes.Heartbeat, d: null });
    await got(GatewayOpcodes.HeartbeatAck);
  });

  it.each([
    ['a wrong token', identify({ token: 'wrong' }), GatewayCloseCodes.AuthenticationFailed],
    ['an intent that is not there', identify({ intents: 2 ** 30 }), GatewayCloseCodes.InvalidIntents],
    [
      'an intent that is not allowed',
      identify({ intents: GatewayIntentBits.MessageContent }),
      GatewayCloseCodes.DisallowedIntents,
    ],
    ['a shard that is not there', identify({ shard: [1, 2] }), GatewayCloseCodes.InvalidShard],
    ['something that is not JSON', 'hello?', GatewayCloseCodes.DecodeError],
    ['an unknown opcode', { op: 99, d: {} }, GatewayCloseCodes.UnknownOpcode],
  ])('closes on %s', async (_, payload, code) => {
    const { send, hello, closed } = speak();
    await hello();
    send(payload);
    expect(await closed()).toBe(code);
  });

  it('closes on a second IDENTIFY, and on a sequence that was never reached', async () => {
    const first = speak();
    await first.hello();
    first.send(identify());
    const { session_id } = (await first.got(GatewayOpcodes.Dispatch)).d as { session_id: string };
    const second = speak();
    await second.hello();
    second.send({ op: GatewayOpcodes.Resume, d: { token: botToken, session_id, seq: 99 } });
    expect(await second.closed()).toBe(GatewayCloseCodes.InvalidSeq);
    first.send(identify());
    expect(await first.closed()).toBe(GatewayCloseCodes.AlreadyAuthenticated);
  });

  it('speaks version 10 only', async () => {
    expect(await speak('/discord/gateway?v=9&encoding=json').closed()).toBe(GatewayCloseCodes.InvalidAPIVersion);
  });

  it('counts the IDENTIFYs of the day', async () => {
    await connect();
    expect(await emulator.rest().get(Routes.gatewayBot())).toMatchObject({
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 999, max_concurrency: 1 },
    });
  });
});
