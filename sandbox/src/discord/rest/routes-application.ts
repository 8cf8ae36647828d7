import type { FastifyInstance } from 'fastify';
import { identifiesPerDay } from '../gateway/gateway';
import type { RestDeps } from './rest-deps';

const dayMs = 24 * 60 * 60 * 1_000;

/** Who the bot is, and where its gateway is. */
export function registerApplicationRoutes(app: FastifyInstance, { state, gateway }: RestDeps): void {
  app.get('/gateway/bot', async () => ({
    url: gateway.url(),
    shards: 1,
    session_start_limit: {
      total: identifiesPerDay,
      remaining: gateway.identifiesLeft(),
      reset_after: dayMs,
      max_concurrency: 1,
    },
  }));
  app.get('/users/@me', async () => state.bot);
  app.get('/applications/@me', async () => state.application);
}
