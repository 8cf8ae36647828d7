import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDiscordRest } from '../../src/discord/create-discord-rest';
import { discordFailure } from '../../src/discord/discord-failure';

test('the token outlives a 401: when Discord takes it again, requests are sent again', async () => {
  const answers = [401, 200];
  const tokens: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(answers.shift() ?? 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: '401: Unauthorized', code: 0 }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const rest = createDiscordRest({ apiUrl: `http://127.0.0.1:${port}/api`, botToken: 'token' });
  try {
    await expect(rest.get('/users/@me')).rejects.toMatchObject({ status: 401 });
    await expect(rest.get('/users/@me')).resolves.toBeDefined();
    expect(tokens).toEqual(['Bot token', 'Bot token']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe('a channel whose bucket is used up', () => {
  const usedUp = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '2' };

  async function serve(answer: (path: string, response: ServerResponse) => void) {
    const paths: string[] = [];
    const waits: { scope: string; ms: number }[] = [];
    const server = createServer((request, response) => {
      request.resume();
      paths.push(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      answer(request.url ?? '', response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const observer = { failed: jest.fn(), waits: (wait: { scope: string; ms: number }) => void waits.push(wait) };
    const rest = createDiscordRest({
      apiUrl: `http://127.0.0.1:${port}/api`,
      botToken: 'token',
      observer,
      whenChannelIsFull: 'reject',
    });
    const close = () => {
      server.closeAllConnections();
      server.close();
    };
    return { rest, paths, waits, observer, close };
  }
  const first = '/channels/400000000000000001/messages' as const;
  const second = '/channels/400000000000000002/messages' as const;

  test('rejects further messages at once and unsent, tells how long, and leaves other channels alone', async () => {
    const { rest, paths, waits, observer, close } = await serve((path, response) => {
      for (const [name, value] of Object.entries(path.includes('0001') ? usedUp : {})) response.setHeader(name, value);
      response.end('{}');
    });
    try {
      await rest.post(first, { body: {} });
      const refused = await rest.post(first, { body: {} }).catch(discordFailure);
      expect(refused).toMatchObject({ kind: 'not-now', code: 'rate-limit' });
      expect((refused as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(1_000);
      await rest.post(second, { body: {} });
      expect(paths).toHaveLength(2);
      expect(waits).toEqual([{ scope: 'user', ms: expect.any(Number) }]);
      expect(observer.failed).not.toHaveBeenCalled();
    } finally {
      close();
    }
  });

  test('rejects after a 429 too; a 429 for all routes is waited out, no longer than it lasts', async () => {
    let asked = 0;
    const { rest, waits, close } = await serve((path, response) => {
      asked += 1;
      if (path.includes('0001')) {
        response.writeHead(429, { 'retry-after': '4', 'x-ratelimit-reset-after': '3.5', 'x-ratelimit-remaining': '0' });
      } else if (asked === 2) {
        response.writeHead(429, { 'retry-after': '1', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' });
      }
      response.end('{"message":"You are being rate limited."}');
    });
    try {
      const refused = await rest.post(first, { body: {} }).catch(discordFailure);
      expect((refused as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(1_000);
      expect((refused as { retryAfterMs: number }).retryAfterMs).toBeLessThan(3_700);
      const began = performance.now();
      await rest.post(second, { body: {} });
      expect(performance.now() - began).toBeGreaterThan(950);
      expect(waits.map(({ scope }) => scope)).toEqual(['user', 'global', 'global']);
      expect(Math.max(...waits.slice(1).map(({ ms }) => ms))).toBeLessThanOrEqual(1_100);
    } finally {
      close();
    }
  });
});
