import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Discord takes requests of 25 MiB. */
const bodyLimit = 25 * 1024 * 1024;

/** A web server that logs what fails, not each request: the emulators answer thousands a second. */
export function createApp(logger: Logger): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  return fastify({ loggerInstance, disableRequestLogging: true, bodyLimit, forceCloseConnections: true });
}
