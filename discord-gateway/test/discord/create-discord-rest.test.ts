import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDiscordRest } from '../../src/discord/create-discord-rest';

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
