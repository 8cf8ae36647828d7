import type { AddressInfo } from 'node:net';
import { REST } from '@discordjs/rest';
import { GatewayIntentBits } from 'discord-api-types/v10';
import fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import { createDiscord } from '../../src/discord';
import { world } from '../../src/world';
import { createHandClock } from '../hand-clock';
import { watch } from '../watched-emulators';
import { connectBot } from './connect-bot';

export const botToken = 'MTAw.random.secret-of-the-bot';
export const player = world.discord.players[0];
export const customerService = '210000000000000004';

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** The emulated Discord on a port of its own, with a clock that only the test moves; `addTo` serves something beside it. */
export async function startEmulator(
  addTo: (app: FastifyInstance) => Promise<void> = async () => {},
  discordWorld: Parameters<typeof createDiscord>[0]['world'] = world.discord,
) {
  const clock = createHandClock(new Date());
  const app = fastify({ logger: false });
  let url = '';
  const discord = createDiscord({
    world: discordWorld,
    botToken,
    publicUrl: () => url,
    logger: pino({ level: 'silent' }),
    clock,
  });
  watch({
    unhandled: () => discord.snapshot().unhandled,
    forget: () => discord.forgetUnhandled(),
    routes: discord.routes,
  });
  await discord.register(app);
  await addTo(app);
  app.server.on('upgrade', (request, socket, head) => {
    if (!discord.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    discord,
    clock,
    get url() {
      return url;
    },
    /** The official REST client, without retries of its own. */
    rest: (token = botToken) =>
      new REST({ version: '10', api: `${url}/discord/api`, retries: 0, rejectOnRateLimit: () => true }).setToken(token),
    connect: (intents = GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages) =>
      connectBot(url, botToken, intents),
    /** A control route; answers the status and the JSON. */
    async control(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) {
      const response = await fetch(`${url}/_sandbox/discord${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async close() {
      await app.close();
    },
  };
}
