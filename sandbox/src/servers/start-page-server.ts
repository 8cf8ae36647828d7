import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { DiscordEmulator } from '../discord';
import type { EnvironmentChanges } from '../processes/launch-worker';
import type { Customer } from '../twilio/bring-customer';
import type { TwilioEmulator } from '../twilio/create-twilio';
import { createApp } from './create-app';
import { listen, type RunningServer } from './listen';

export interface PageServerDeps {
  port: number;
  discord: DiscordEmulator;
  twilio: TwilioEmulator;
  /** True once the worker and the Functions answer. */
  isReady: () => boolean;
  /** Address of the Flex desktop, which has an origin of its own. */
  flexAddress: () => string;
  /** Ends the worker as `kill -9` does and has it started again, with these changes of its environment. */
  killWorker: (changes: EnvironmentChanges) => Promise<void>;
  /** Sets the Discord server up anew, with these changes of its file. */
  setUpServer: (changes: object) => Promise<void>;
  /** Hands an announcement to the worker as the company's own systems do; answers what the worker does. */
  announce: (announcement: unknown) => Promise<Response>;
  /** Ends the worker as `kill -9` does; it stays down until it is killed again. */
  leaveWorkerDown: () => Promise<void>;
  logger: Logger;
}

const sources = join(__dirname, '..');
const built = join(__dirname, '../../dist');

/** The address that people open: the two panes, the player's page, Discord's and Twilio's APIs and the control routes. */
export async function startPageServer(deps: PageServerDeps): Promise<RunningServer> {
  const app = createApp(deps.logger);
  await app.register(fastifyStatic, { root: join(sources, 'demo-page'), prefix: '/demo/' });
  await app.register(fastifyStatic, { root: join(built, 'player-page'), prefix: '/player/', decorateReply: false });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
  app.get<{ Querystring: { theme?: string; agent?: string } }>('/demo/agent', (request, reply) => {
    const theme = request.query.theme === 'dark' ? 'dark' : 'light';
    const agent = encodeURIComponent(request.query.agent ?? 'kim');
    return reply.redirect(`${deps.flexAddress()}/login/${agent}?theme=${theme}`);
  });
  app.get('/healthz', (_request, reply) => reply.code(deps.isReady() ? 200 : 503).send({ ready: deps.isReady() }));
  registerControl(app, deps);
  await deps.discord.register(app);
  await deps.twilio.register(app);
  return listen(app, deps.port, [deps.discord, deps.twilio]);
}

/** Control routes of the whole; those of a part are the part's own. */
function registerControl(
  app: FastifyInstance,
  { discord, twilio, killWorker, leaveWorkerDown, announce, setUpServer }: PageServerDeps,
): void {
  app.get('/_sandbox/state', () => ({ discord: discord.snapshot(), twilio: twilio.snapshot() }));
  app.get('/_sandbox/routes', () => ({
    routes: [...discord.routes.routes(), ...twilio.routes.routes()],
    hits: { ...discord.routes.hits(), ...twilio.routes.hits() },
  }));
  app.post('/_sandbox/reset', (_request, reply) => {
    discord.reset();
    twilio.reset();
    return reply.code(204).send();
  });
  app.post('/_sandbox/twilio/tasks/cancel', (_request, reply) => {
    twilio.cancelWaitingTasks();
    return reply.code(204).send();
  });
  app.post<{ Body: Customer }>('/_sandbox/twilio/customers', ({ body }, reply) => {
    twilio.bringCustomer(body);
    return reply.code(204).send();
  });
  app.post('/_sandbox/announcements', async ({ body }, reply) => {
    const answer = await announce(body);
    return reply.code(answer.status).send(await answer.json());
  });
  app.post<{ Body: object }>('/_sandbox/server', async ({ body }, reply) => {
    await setUpServer(body ?? {});
    return reply.code(204).send();
  });
  app.post('/_sandbox/twilio/reservations/timeout', (_request, reply) => {
    twilio.timeOutReservations();
    return reply.code(204).send();
  });
  app.post('/_sandbox/worker/down', async (_request, reply) => {
    await leaveWorkerDown();
    return reply.code(204).send();
  });
  app.post<{ Body: { environment?: EnvironmentChanges } }>('/_sandbox/worker/kill', async ({ body }, reply) => {
    await killWorker(body.environment ?? {});
    return reply.code(204).send();
  });
}
