import fastify from 'fastify';
import pino from 'pino';
import { systemClock } from '../clock';
import { createDiscord } from '../discord';
import { createTwilio } from '../twilio/create-twilio';
import { world } from '../world';
import type { EmulatedRoute } from './route-ledger';

/** Every route that the sandbox registers, without starting it. */
export async function allRoutes(): Promise<EmulatedRoute[]> {
  const logger = pino({ level: 'silent' });
  const twilio = createTwilio({ authToken: 'unused', logger });
  const discord = createDiscord({
    world: world.discord,
    botToken: 'unused',
    publicUrl: () => 'http://127.0.0.1',
    logger,
    clock: systemClock,
  });
  const app = fastify();
  await discord.register(app);
  await twilio.register(app);
  await app.ready();
  await app.close();
  twilio.close();
  return [...discord.routes.routes(), ...twilio.routes.routes()];
}
