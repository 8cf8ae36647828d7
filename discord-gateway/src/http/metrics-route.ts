import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { isBearer } from './is-bearer';

export interface MetricsRouteDependencies {
  contentType: string;
  scrape: () => Promise<string>;
  /** What Prometheus shows as a bearer token: the port is open to the Internet, because Twilio calls it. */
  token: string;
  logger: Logger;
}

/** `GET /metrics` in Prometheus' text format; 401 without the token. */
export function registerMetrics(
  app: FastifyInstance,
  { contentType, scrape, token, logger }: MetricsRouteDependencies,
) {
  if (token === '') throw new Error('Without a token everybody could read the metrics');
  app.get('/metrics', async (request, reply) => {
    if (!isBearer(request.headers.authorization, token)) {
      logger.warn({ path: '/metrics' }, 'refused a scrape without the token');
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send({ error: 'Send "Authorization: Bearer ..." with the value of METRICS_TOKEN.' });
    }
    return reply.header('content-type', contentType).send(await scrape());
  });
}
