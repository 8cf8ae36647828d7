import fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import { type Clock, systemClock } from '../../src/clock';
import { createTwilioRouting, type TwilioRouting } from '../../src/twilio/create-twilio-routing';
import { createFlexTokens, type FlexTokens } from '../../src/twilio/flex-api/flex-tokens';
import type { PostOutcome, SignedPoster } from '../../src/twilio/ports';
import { createUnhandledRequests } from '../../src/twilio/rest/unhandled-requests';
import { world } from '../../src/world';
import { watch } from '../watched-emulators';
import { type ConversationsDouble, createConversationsDouble } from './conversations-double';

const authToken = 'a'.repeat(32);

export interface RunningRouting {
  routing: TwilioRouting;
  conversations: ConversationsDouble;
  tokens: FlexTokens;
  /** Where the emulator listens. */
  url: string;
  authToken: string;
  /** The official helper library, unmodified, on the emulator. */
  client: ReturnType<typeof twilio>;
  /** A Flex token of the first agent. */
  token: string;
  posted: { url: string; body: unknown }[];
  stop(): Promise<void>;
}

/** The emulator's routing half on a port of its own. */
export async function startRouting({
  clock = systemClock,
  post = async () => ({ kind: 'answered', status: 200, body: '', contentType: 'text/plain' }),
}: {
  clock?: Clock;
  post?: (url: string, body: unknown) => Promise<PostOutcome>;
} = {}): Promise<RunningRouting> {
  const conversations = createConversationsDouble();
  const posted: RunningRouting['posted'] = [];
  const recordAndPost = (url: string, body: unknown) => {
    posted.push({ url, body });
    return post(url, body);
  };
  const poster: SignedPoster = { postForm: recordAndPost, postJson: recordAndPost };
  const tokens = createFlexTokens({ secret: authToken, clock });
  const logger = pino({ level: 'silent' });
  const unhandled = createUnhandledRequests();
  const routing = createTwilioRouting({ conversations, poster, tokens, authToken, clock, logger, unhandled });
  watch({ unhandled: unhandled.list, forget: unhandled.reset, routes: unhandled.routes });
  const app: FastifyInstance = fastify();
  routing.register(app);
  app.server.on('upgrade', (request, socket, head) => {
    if (!routing.handleUpgrade(request, socket, head)) socket.destroy();
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const [agent] = world.twilio.agents;
  return {
    routing,
    conversations,
    tokens,
    url,
    authToken,
    client: officialClient(url),
    token: tokens.issueToken(agent.identity, {
      roles: agent.roles,
      expiresAt: new Date(clock.now().getTime() + 3_600_000),
    }),
    posted,
    stop: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

/** Sends the helper library's requests to the emulator, as the preload does in other processes. */
export function officialClient(url: string, password = authToken) {
  class Redirected extends RequestClient {
    override request<Data>(options: RequestClient.RequestOptions<Data>) {
      const { host, pathname, search } = new URL(options.uri);
      return super.request<Data>({ ...options, uri: `${url}/__twilio/${host}${pathname}${search}` });
    }
  }
  return twilio(world.twilio.accountSid, password, { httpClient: new Redirected() });
}
