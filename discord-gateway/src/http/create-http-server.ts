import { parse } from 'node:querystring';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { MalformedEvents } from '../tasks/receive-task-events';
import { isSignedForm, isSignedJson, type SignedRequest } from '../twilio/verify-twilio-signature';
import { type AnnouncementRoutesDependencies, registerAnnouncements } from './announcement-routes';
import { type MetricsRouteDependencies, registerMetrics } from './metrics-route';

/** Paths that Twilio calls, below the public URL. */
export const twilioPaths = { conversations: '/twilio/conversations', events: '/twilio/events' } as const;

export interface HttpServerDependencies {
  /** Signs the requests of Twilio. */
  authToken: string;
  /** Where Twilio reaches this server, without a trailing slash: it is part of what is signed. */
  publicUrl: string;
  /** Stores a conversation's webhook. */
  onConversationWebhook: (fields: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Acts on a batch of Event Streams. */
  onTaskEvents: (body: Buffer) => Promise<unknown>;
  /** Whether messages flow: what does not, in words, or nothing. */
  whyNotReady: () => Promise<string | undefined>;
  /** Official news from the company's own systems; without it there is no such route. */
  announcements?: Omit<AnnouncementRoutesDependencies, 'logger'> | undefined;
  /** For Prometheus; without it there is no such route. */
  metrics?: Omit<MetricsRouteDependencies, 'logger'> | undefined;
  logger: Logger;
}

/** The largest body taken, in bytes: a message of 32 KB is at most three times that as a form; Event Streams sends batches. */
const bodyLimit = 4 * 1_024 * 1_024;

/**
 * The worker's HTTP receiver: transport only. A request of Twilio is answered 2xx when it is stored, 403 when it is
 * not signed, 400 when it is malformed, 503 when it could not be stored.
 */
export function createHttpServer(deps: HttpServerDependencies): FastifyInstance {
  if (deps.authToken === '') throw new Error('Without the auth token no request of Twilio can be checked');
  const app = Fastify({ bodyLimit, forceCloseConnections: 'idle' });
  // Signatures are checked on the bytes as they came, so nobody parses them before.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.get('/healthz', async () => ({ healthy: true }));
  app.get('/readyz', async (_request, reply) => {
    const reason = await deps.whyNotReady();
    return reason === undefined ? { ready: true } : reply.code(503).send({ ready: false, reason });
  });

  const receive = (
    path: string,
    isSigned: (authToken: string, request: SignedRequest) => boolean,
    store: (body: Buffer) => Promise<unknown>,
  ) =>
    app.post(path, async (request, reply) => {
      const signed = toSignedRequest(deps.publicUrl, request);
      if (!isSigned(deps.authToken, signed)) {
        deps.logger.warn({ path }, 'refused a request that Twilio did not sign');
        return reply.code(403).send({ error: 'The signature is missing or wrong.' });
      }
      await store(signed.body);
      return reply.code(204).send();
    });
  receive(twilioPaths.conversations, isSignedForm, (body) =>
    deps.onConversationWebhook({ ...parse(body.toString('utf8')) }),
  );
  receive(twilioPaths.events, isSignedJson, deps.onTaskEvents);
  if (deps.announcements) registerAnnouncements(app, { ...deps.announcements, logger: deps.logger });
  if (deps.metrics) registerMetrics(app, { ...deps.metrics, logger: deps.logger });

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof MalformedEvents) return reply.code(400).send({ error: error.message });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(error.statusCode).send({ error: error.message });
    }
    deps.logger.error({ err: error, path: request.routeOptions.url }, 'could not store a request');
    return reply.code(503).send({ error: 'Try again later.' });
  });
  return app;
}

function toSignedRequest(publicUrl: string, request: FastifyRequest): SignedRequest {
  const signature = request.headers['x-twilio-signature'];
  return {
    url: `${publicUrl}${request.url}`,
    signature: typeof signature === 'string' ? signature : undefined,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}
