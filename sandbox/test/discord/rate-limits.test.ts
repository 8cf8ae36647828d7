import { type RateLimitData, RateLimitError, REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { botToken, customerService, type Emulator, startEmulator } from './start-emulator';

describe('rate limits', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.discord.reset());
  afterAll(() => emulator.close());

  const raw = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${emulator.url}/discord/api/v10${path}`, {
      ...init,
      headers: { authorization: `Bot ${botToken}`, 'content-type': 'application/json' },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const write = (channelId: string) =>
    raw(Routes.channelMessages(channelId), { method: 'POST', body: JSON.stringify({ content: 'x' }) });

  it('let five messages into a channel every five seconds, and tell so in headers', async () => {
    for (const remaining of ['4', '3', '2', '1', '0']) {
      const response = await write(customerService);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-ratelimit-limit')).toBe('5');
      expect(response.headers.get('x-ratelimit-remaining')).toBe(remaining);
      expect(response.headers.get('x-ratelimit-reset-after')).toBe('5');
    }
    const refused = await write(customerService);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(refused.body).toEqual({ message: 'You are being rate limited.', retry_after: 5, global: false });

    expect((await write('210000000000000001')).status).toBe(200);
    emulator.clock.advance(5_000);
    expect((await write(customerService)).status).toBe(200);
  });

  it('let 50 requests a second through in all', async () => {
    for (let request = 0; request < 50; request += 1) expect((await raw(Routes.user())).status).toBe(200);
    const refused = await raw(Routes.user());
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused.body).toMatchObject({ global: true });
    emulator.clock.advance(1_000);
    expect((await raw(Routes.user())).status).toBe(200);
  });

  it('are understood by the official client, which holds the sixth message back', async () => {
    const held: RateLimitData[] = [];
    const rest = new REST({
      version: '10',
      api: `${emulator.url}/discord/api`,
      rejectOnRateLimit: (data) => {
        held.push(data);
        return true;
      },
    }).setToken(botToken);
    const send = () => rest.post(Routes.channelMessages(customerService), { body: { content: 'x' } });
    await send();
    // The client sets a timer for the rest of the window even when it rejects: keep that short.
    emulator.clock.advance(4_900);
    for (let message = 1; message < 5; message += 1) await send();
    await expect(send()).rejects.toBeInstanceOf(RateLimitError);
    expect(held).toMatchObject([{ global: false, limit: 5, majorParameter: customerService }]);
  });

  it('ban an address after 10,000 invalid requests in ten minutes', async () => {
    const ask = (token: string) =>
      fetch(`${emulator.url}/discord/api/v10/gateway/bot`, { headers: { authorization: `Bot ${token}` } });
    for (let sent = 0; sent < 10_000; sent += 100) {
      await Promise.all(Array.from({ length: 100 }, async () => (await ask('wrong')).arrayBuffer()));
    }
    const banned = await ask(botToken);
    expect([banned.status, banned.headers.get('content-type'), banned.headers.get('x-ratelimit-scope')]).toEqual([
      429,
      'text/html',
      null,
    ]);
    expect(Number(banned.headers.get('retry-after'))).toBeGreaterThan(0);
    emulator.clock.advance(10 * 60_000);
    expect((await ask(botToken)).status).toBe(200);
  }, 60_000);

  it('can be switched off', async () => {
    await emulator.control('PUT', '/rate-limits', { enabled: false });
    for (let message = 0; message < 60; message += 1) expect((await write(customerService)).status).toBe(200);
  });
});
