import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Logger } from 'pino';
import type { TwilioEmulator } from '../twilio/create-twilio';
import { createApp } from './create-app';
import { listen, type RunningServer } from './listen';

export interface FlexServerDeps {
  port: number;
  twilio: TwilioEmulator;
  /** The one that was built here where left out. */
  plugin?: PluginFiles;
  logger: Logger;
}

/** A built plugin: `plugin-discord-channel.js` in a folder. */
export interface PluginFiles {
  name: string;
  version: string;
  folder: string;
}

const root = join(__dirname, '../../..');
const file = 'plugin-discord-channel.js';
const builtPlugin: PluginFiles = {
  name: 'plugin-discord-channel',
  version: '0.1.0',
  folder: join(root, 'plugin-discord-channel/build'),
};

/**
 * The agent desktop's own origin, as flex.twilio.com is one: the real Flex UI, the built plugin, and Twilio's hosts
 * under `/__twilio/`. Any other path is Flex UI's page, which does its own routing.
 */
export async function startFlexServer(deps: FlexServerDeps): Promise<RunningServer> {
  const { port, twilio, plugin = builtPlugin, logger } = deps;
  const app = createApp(logger);
  const desktop = join(root, 'sandbox/dist/flex-desktop');
  await app.register(fastifyStatic, { root: desktop, prefix: '/flex/' });
  app.get('/plugins', () => [{ name: plugin.name, version: plugin.version, phase: 3, src: `/plugins/${file}` }]);
  app.get('/plugins/:file', (_request, reply) => reply.sendFile(file, plugin.folder));
  app.get<{ Params: { agent: string }; Querystring: { theme?: string } }>('/login/:agent', (request, reply) => {
    const query = twilio.loginQuery(request.params.agent);
    if (!query) return reply.code(404).send({ error: `There is no agent "${request.params.agent}".` });
    if (request.query.theme) query.set('theme', request.query.theme);
    return reply.redirect(`/agent-desktop/?${query}`);
  });
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !request.url.startsWith('/__twilio/')
      ? reply.sendFile('index.html', desktop)
      : reply.code(404).send({ error: 'There is nothing here.' }),
  );
  await twilio.register(app);
  return listen(app, port, [twilio]);
}
