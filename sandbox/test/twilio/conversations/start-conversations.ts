import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import pino from 'pino';
import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type Response from 'twilio/lib/http/response';
import type {
  ConversationContext,
  ConversationListInstanceCreateOptions as ConversationOptions,
} from 'twilio/lib/rest/conversations/v1/conversation';
import { WebSocketServer } from 'ws';
import { type Clock, systemClock } from '../../../src/clock';
import { createClientWire } from '../../../src/twilio/client-wire/create-client-wire';
import type { UnconfirmedBehaviour } from '../../../src/twilio/conversations/commands/context';
import { type Conversations, createConversations } from '../../../src/twilio/conversations/create-conversations';
import { registerConversationsRest } from '../../../src/twilio/conversations/rest/register-conversations-rest';
import { registerMediaHosts } from '../../../src/twilio/media/register-media-hosts';
import { createSignedPoster } from '../../../src/twilio/signed-poster';
import { registerSyncRest } from '../../../src/twilio/sync/register-sync-rest';
import { createSyncDocuments } from '../../../src/twilio/sync/sync-documents';
import { world } from '../../../src/world';
import { watch } from '../../watched-emulators';

const { accountSid, chatServiceSid, syncServiceSid } = world.twilio;
export const authToken = '0123456789abcdef0123456789abcdef';

/** Sends the official client's requests to the emulator, as the preload does for a whole process. */
class EmulatedRequestClient extends RequestClient {
  constructor(private readonly origin: string) {
    super({});
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const url = new URL(options.uri);
    return super.request({ ...options, uri: `${this.origin}/__twilio/${url.host}${url.pathname}${url.search}` });
  }
}

export interface RunningConversations {
  conversations: Conversations;
  /** Of the emulator. */
  origin: string;
  /** The official client, with the right credentials unless others are given. */
  client(token?: string): Twilio;
  /** Where SDK clients connect. */
  twilsockUrl: string;
  disconnectClients(): void;
  close(): Promise<void>;
}

/** The emulated Conversations on a port of its own: REST and client wire, as the sandbox composes them. */
export async function startConversations({
  behaviour,
  clock = systemClock,
}: {
  behaviour?: Partial<UnconfirmedBehaviour>;
  clock?: Clock;
} = {}): Promise<RunningConversations> {
  const logger = pino({ level: 'silent' });
  const poster = createSignedPoster({ authToken });
  const conversations = createConversations({
    accountSid,
    chatServiceSid,
    poster,
    clock,
    logger,
    behaviour,
  });
  const { unhandled } = conversations;
  watch({ unhandled: unhandled.list, forget: unhandled.reset, routes: unhandled.routes });
  const identityOfToken = (token: string) => /^sandbox-token\.(.+)$/.exec(token)?.[1];
  const documents = createSyncDocuments({ clock, nextEventId: () => conversations.context.state.nextEventId() });
  const wire = createClientWire({
    conversations,
    documents,
    identityOfToken,
    logger,
  });
  const app = fastify();
  registerConversationsRest(app, { conversations, authToken });
  registerSyncRest(app, { accountSid, authToken, documents, syncServiceSid, unhandled });
  registerMediaHosts(app, { conversations, authToken, identityOfToken });
  const sockets = new WebSocketServer({ noServer: true });
  app.server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => wire.handleTwilsock(opened)),
  );
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    conversations,
    origin,
    client: (token = authToken) => twilio(accountSid, token, { httpClient: new EmulatedRequestClient(origin) }),
    twilsockUrl: `${origin.replace('http', 'ws')}/__twilio/tsock.us1.twilio.com/v3/wsconnect`,
    disconnectClients: () => wire.disconnectAll(),
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      poster.close();
      await app.close();
    },
  };
}

export interface ReceivedPost {
  url: string;
  headers: http.IncomingHttpHeaders;
  /** The sender's port: the same for posts over one connection. */
  remotePort: number | undefined;
  fields: Record<string, string>;
  body: string;
}

export interface WebhookReceiver {
  url: string;
  posts: ReceivedPost[];
  /** Waits until that many posts are here. */
  received(count: number): Promise<ReceivedPost[]>;
  /** Answers all further posts only when called back. */
  hold(): () => void;
  close(): Promise<void>;
}

/** A web server of a customer, which gets webhooks. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const posts: ReceivedPost[] = [];
  const waiting: Array<() => void> = [];
  let gate = Promise.resolve();
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const fields = Object.fromEntries(new URLSearchParams(body));
    posts.push({
      url: request.url ?? '',
      headers: request.headers,
      remotePort: request.socket.remotePort,
      fields,
      body,
    });
    for (const wake of waiting) wake();
    await gate;
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    received: async (count) => {
      while (posts.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
      return posts;
    },
    hold: () => {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * A new conversation as the client's context. The instance that `create` returns cannot act: the client (6.2) leaves
 * its SID out.
 */
export async function createConversation(
  client: Twilio,
  options: ConversationOptions = {},
): Promise<ConversationContext> {
  const { sid } = await client.conversations.v1.conversations.create(options);
  return client.conversations.v1.conversations(sid);
}

/** The refusal of a call that must be refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status?: number; code?: number; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('the call was not refused');
}
