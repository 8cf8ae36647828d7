import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { DiscordError, discordErrors } from './discord-error';
import { UnknownFieldError } from './parse-body';
import { readMultipart } from './read-multipart';
import type { RestDeps } from './rest-deps';
import { registerApplicationRoutes } from './routes-application';
import { registerChannelRoutes } from './routes-channels';
import { registerCommandRoutes } from './routes-commands';
import { registerGuildRoutes } from './routes-guilds';
import { registerInteractionRoutes } from './routes-interactions';
import { registerMessageRoutes } from './routes-messages';
import { registerPinRoutes } from './routes-pins';

export const restPrefix = '/discord/api/v10';
const restService = 'Discord REST';
/** Bytes. https://docs.discord.com/developers/reference#uploading-files */
const largestRequest = 25 * 1_024 * 1_024;

/** Discord's REST API v10, the routes that the product calls. Everything else is refused and recorded. */
export async function registerRest(app: FastifyInstance, deps: RestDeps): Promise<void> {
  const { state, limits, botToken } = deps;

  // The product and the emulator share one server: whatever reads bodies elsewhere must not change them here.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(discordErrors.invalidJson());
    }
  });

  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: largestRequest },
    async (request: FastifyRequest, body: Buffer) => readMultipart(request.headers['content-type'] ?? '', body),
  );

  app.addHook('onRoute', ({ method: methods, url }) => {
    for (const method of [methods].flat()) {
      if (method === 'HEAD') continue;
      const route = `${method} ${url.slice(restPrefix.length)}`;
      state.routes.declare({ service: restService, route, contract: 'discord-api-types v10' });
    }
  });
  app.addHook('onRequest', async (_request, reply) => (limits.refuseBanned(reply) ? reply : undefined));
  app.addHook('onResponse', async (_request, reply) => limits.countAnswer(reply.statusCode));
  app.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined) return;
    state.countRequest(`${request.method} ${url}`);
    state.routes.hit(restService, `${request.method} ${url.slice(restPrefix.length)}`);
  });
  app.setNotFoundHandler((request, reply) => {
    state.recordUnhandled({ method: request.method, path: pathOf(request.url), reason: 'unknown route' });
    return reply.code(404).send(discordErrors.notFound().toJSON());
  });
  app.setErrorHandler<FastifyError | DiscordError>((error, request, reply) => {
    if (error instanceof DiscordError) {
      if (error instanceof UnknownFieldError) {
        state.recordUnhandled({ method: request.method, path: pathOf(request.url), reason: error.message });
      }
      return reply.code(error.status).send(error.toJSON());
    }
    if ((error.statusCode ?? 500) < 500) {
      state.recordUnhandled({ method: request.method, path: pathOf(request.url), reason: error.message });
      return reply.code(error.statusCode ?? 400).send({ message: error.message, code: 0 });
    }
    request.log.error({ err: error }, 'the emulated Discord failed');
    return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
  });

  await app.register(async (bot) => {
    bot.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization !== `Bot ${botToken}` || state.tokenIsReset) throw discordErrors.unauthorized();
      if (!limits.takeGlobal(reply)) return reply;
      return undefined;
    });
    registerApplicationRoutes(bot, deps);
    registerGuildRoutes(bot, deps);
    registerChannelRoutes(bot, deps);
    registerMessageRoutes(bot, deps);
    registerPinRoutes(bot, deps);
    registerCommandRoutes(bot, deps);
  });
  // The token in the address is the permission, and the global limit does not count these.
  await app.register(async (interactions) => registerInteractionRoutes(interactions, deps));
}

/** The path without what is secret in it: the token of an interaction. */
function pathOf(url: string): string {
  return url.replace(/(\/(?:webhooks|interactions)\/\d+)\/[^/?]+/, '$1/{token}');
}
