import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Discord takes requests of 25 MiB. */
const bodyLimit = 25 * 1024 * 1024;

/** A web server that logs what fails, not each request: the emulators answer thousands a second. */
export function createApp(logger: Logger): FastifyInstance {
  // Fastify tells of every request at level info.
  const loggerInstance: FastifyBaseLogger = logger.child({}, { level: 'warn' });
  return fastify({ loggerInstance, bodyLimit, forceCloseConnections: true });
}
