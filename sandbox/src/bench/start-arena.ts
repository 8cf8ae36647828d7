import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pino from 'pino';
import { systemClock } from '../clock';
import { createDiscord } from '../discord';
import { createSecrets, type Secrets } from '../secrets';
import { createApp } from '../servers/create-app';
import { listen } from '../servers/listen';
import { createTwilio } from '../twilio/create-twilio';
import { world } from '../world';

/** Remote latency of one request, in milliseconds; 0 for none. */
export interface Latency {
  meanMs: number;
  spreadMs: number;
}

/** The emulators of one contestant, with a stopwatch and a delay in front of them. */
export interface Arena {
  address: string;
  secrets: Secrets;
  latency: Latency;
  /** Requests that the contestant made to Twilio since the last `resetCounts`, by method and route. */
  twilioCalls(): ReadonlyMap<string, number>;
  resetCounts(): void;
  /** Told of each message that comes into being by a contestant's request: its text and the time. */
  onArrival(listener: (text: string, atMs: number) => void): void;
  /** Whether the contestant hears Discord's gateway. */
  isHeard(): boolean;
  /** Milliseconds since the contestant's last request for a message: comparisons and marks go on by themselves. */
  quietForMs(): number;
  /** Somebody new joins the server; answers the player's id. */
  joins(username: string): Promise<string>;
  /** Answers the DM channel's id. */
  playerWrites(playerId: string, content: string): Promise<string>;
  /** A request to Twilio by the arena itself: not delayed, not counted. */
  twilioPost(path: string, fields: Readonly<Record<string, string>>): Promise<{ sid: string }>;
  agentWrites(conversationSid: string, body: string): Promise<void>;
  /** The open conversations by their player's id: SID and how many messages are in it. */
  conversations(): Map<string, { sid: string; messages: number }>;
  stop(): Promise<void>;
}

const ownRequest = 'x-of-the-arena';
const conversationsHost = '/__twilio/conversations.twilio.com';
const agent = world.twilio.agents[0];

/** Starts emulators that time what comes into being in them. `random` draws the latencies. */
export async function startArena(random: () => number): Promise<Arena> {
  const secrets = createSecrets();
  const logger = pino({ level: 'silent' });
  const page = { address: '' };
  const twilio = createTwilio({ authToken: secrets.twilioAuthToken, logger });
  const discord = createDiscord({
    world: world.discord,
    botToken: secrets.discordBotToken,
    publicUrl: () => page.address,
    logger,
    clock: systemClock,
  });
  const app = createApp(logger);
  const latency: Latency = { meanMs: 0, spreadMs: 0 };
  let counts = new Map<string, number>();
  let onArrival: (text: string, atMs: number) => void = () => {};
  let lastRequestAtMs = performance.now();

  app.addHook('onRequest', async (request) => {
    if (!isOfContestant(request)) return;
    if (!isAtItsOwnPace(request)) lastRequestAtMs = performance.now();
    if (request.url.startsWith('/__twilio/')) {
      const route = `${request.method} ${request.routeOptions.url?.replace(conversationsHost, '')}`;
      counts.set(route, (counts.get(route) ?? 0) + 1);
    }
    if (latency.meanMs > 0) await wait(latency.meanMs + (2 * random() - 1) * latency.spreadMs);
  });
  // The handlers change the emulated state synchronously, so this is when the message came into being.
  app.addHook('preSerialization', async (request, _reply, payload) => {
    if (request.method !== 'POST' || !isOfContestant(request) || !/\/messages$/i.test(request.url)) return payload;
    const { body, content } = payload as { body?: string; content?: string };
    onArrival(content ?? body ?? '', performance.now());
    return payload;
  });
  await discord.register(app);
  await twilio.register(app);
  const server = await listen(app, 0, [discord, twilio]);
  page.address = server.address;
  const inject = createInject(app, secrets);
  await inject('PUT', '/_sandbox/discord/rate-limits', { json: { enabled: false } });

  return {
    address: server.address,
    secrets,
    latency,
    twilioCalls: () => counts,
    resetCounts: () => {
      counts = new Map();
    },
    onArrival: (listener) => {
      onArrival = listener;
    },
    isHeard: () => discord.snapshot().sessions.length > 0,
    quietForMs: () => performance.now() - lastRequestAtMs,
    async joins(username) {
      return (await inject<{ id: string }>('POST', '/_sandbox/discord/players', { json: { username } })).id;
    },
    async playerWrites(playerId, content) {
      const path = `/_sandbox/discord/players/${playerId}/messages`;
      return (await inject<{ channel_id: string }>('POST', path, { json: { dm: true, content } })).channel_id;
    },
    twilioPost: (path, fields) => inject('POST', `${conversationsHost}${path}`, { form: fields }),
    async agentWrites(conversationSid, body) {
      const path = `${conversationsHost}/v1/Conversations/${conversationSid}/Messages`;
      await inject('POST', path, { form: { Author: agent.identity, Body: body }, firesWebhooks: true });
    },
    conversations: () =>
      new Map(
        twilio.snapshot().conversations.flatMap(({ sid, participants, messages }) => {
          const player = participants.find((identity) => identity?.startsWith('discord_'));
          return player ? [[player.slice('discord_'.length), { sid, messages: messages.length }] as const] : [];
        }),
      ),
    async stop() {
      twilio.close();
      await server.close();
    },
  };
}

interface OwnRequest {
  json?: object;
  form?: Readonly<Record<string, string>>;
  firesWebhooks?: boolean;
}

/** Requests that reach the emulators without a connection, so that the load costs little. */
function createInject(app: FastifyInstance, { twilioAuthToken }: Secrets) {
  const account = Buffer.from(`${world.twilio.accountSid}:${twilioAuthToken}`).toString('base64');
  return async <Answer>(method: 'POST' | 'PUT', url: string, request: OwnRequest): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url,
      payload: request.json ?? new URLSearchParams(request.form).toString(),
      headers: {
        [ownRequest]: 'yes',
        ...(request.form && {
          authorization: `Basic ${account}`,
          'content-type': 'application/x-www-form-urlencoded',
          ...(request.firesWebhooks && { 'x-twilio-webhook-enabled': 'true' }),
        }),
      },
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as Answer;
  };
}

/** The worker compares ends of conversations and marks what was delivered at its own pace, whatever is written. */
function isAtItsOwnPace({ method, url }: FastifyRequest): boolean {
  return (
    (method === 'GET' && /\/Messages(\?|$)/.test(url)) || (method === 'POST' && /\/Participants\/MB\w+$/.test(url))
  );
}

function isOfContestant(request: FastifyRequest): boolean {
  return request.headers[ownRequest] === undefined && !request.url.startsWith('/_sandbox/');
}
