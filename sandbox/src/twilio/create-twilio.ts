import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { systemClock } from '../clock';
import type { RouteLedger } from '../routes/route-ledger';
import { world } from '../world';
import { bringCustomer, type Customer } from './bring-customer';
import type { ClientAnswer, ClientRequest } from './client-wire/client-request';
import { createClientWire } from './client-wire/create-client-wire';
import { createConversations } from './conversations/create-conversations';
import { registerConversationsRest } from './conversations/rest/register-conversations-rest';
import { createTwilioRouting, type RoutingSnapshot } from './create-twilio-routing';
import { createFlexTokens } from './flex-api/flex-tokens';
import { createPluginState, type PluginState } from './flex-api/plugin-service/plugin-state';
import { registerPluginValidation } from './flex-api/register-plugin-validation';
import { registerFlexPageHosts } from './flex-page/register-flex-page-hosts';
import { registerMediaHosts } from './media/register-media-hosts';
import { registerAccountApi } from './register-account-api';
import { createUnhandledRequests } from './rest/unhandled-requests';
import { registerServerlessApi } from './serverless-api/register-serverless-api';
import { createServerlessState, type ServerlessState } from './serverless-api/serverless-state';
import { createSignedPoster } from './signed-poster';
import { type PublishedFlow, registerStudioRest } from './studio/register-studio-rest';
import { registerSyncRest } from './sync/register-sync-rest';
import { createSyncDocuments } from './sync/sync-documents';

export interface TwilioSettings {
  /** The Studio flow, as it would be deployed. */
  flow: unknown;
  /** Where the Functions are: what the plugin reads from the Flex configuration. */
  functionsUrl: string;
  /** Where Event Streams delivers. */
  eventSink: string;
}

export interface TwilioEmulator {
  register(app: FastifyInstance): Promise<void>;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** What an admin sets up in a real account: known only once the Functions and the worker have addresses. */
  configure(settings: TwilioSettings): void;
  /** The query with which the Flex desktop logs an agent in, by the agent's first name in lower case. */
  loginQuery(agentName: string): URLSearchParams | undefined;
  /** Cancels every task that no agent has taken, as an admin would. */
  cancelWaitingTasks(): void;
  /** Somebody comes by another channel than Discord. */
  bringCustomer(customer: Customer): void;
  /** Every agent's time to accept what is offered is over, now. */
  timeOutReservations(): void;
  /** What the command line tools have deployed. Stays over a reset, as in a real account. */
  deployed: DeployedToTwilio;
  snapshot(): TwilioSnapshot;
  /** Every emulated route, and which were called. */
  routes: RouteLedger;
  /** Forgets conversations, tasks, executions; connected clients come back by themselves. */
  reset(): void;
  close(): void;
}

/** What was deployed to the account by the command line tools. */
export interface DeployedToTwilio {
  serverless: ServerlessState;
  plugins: PluginState;
  flows: readonly PublishedFlow[];
}

export interface TwilioSnapshot extends RoutingSnapshot {
  conversations: readonly {
    sid: string;
    state: string;
    participants: readonly (string | null)[];
    messages: readonly { index: number; author: string; body: string | null; files?: readonly (string | null)[] }[];
  }[];
}

/** How long an agent's token is good for: a working day. */
const tokenLifetimeMs = 8 * 60 * 60 * 1_000;
const twilsockPath = /^\/__twilio\/tsock\.[^/]*twilio\.com\//;

/** The emulated Twilio: every host on one state, seen alike by Flex, the Functions and the worker. */
export function createTwilio({ authToken, logger }: { authToken: string; logger: Logger }): TwilioEmulator {
  const { accountSid, chatServiceSid, syncServiceSid, studioFlowSid, agents } = world.twilio;
  const clock = systemClock;
  const poster = createSignedPoster({ authToken });
  const tokens = createFlexTokens({ secret: authToken, clock });
  const unhandled = createUnhandledRequests();
  const conversations = createConversations({ accountSid, chatServiceSid, poster, clock, logger, unhandled });
  const deployed = { serverless: createServerlessState(), plugins: createPluginState(), flows: [] as PublishedFlow[] };
  const routing = createTwilioRouting({
    plugins: deployed.plugins,
    conversations: conversations.port,
    poster,
    tokens,
    authToken,
    clock,
    logger,
    unhandled,
  });
  const documents = createSyncDocuments({ clock, nextEventId: () => conversations.context.state.nextEventId() });
  const wire = createClientWire({
    conversations,
    documents,
    identityOfToken: tokens.identityOfToken,
    otherHosts: answerTelemetry,
    logger,
  });
  for (const agent of agents) conversations.port.setUserFriendlyName(agent.identity, agent.fullName);
  const twilsock = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });

  return {
    async register(app) {
      registerConversationsRest(app, { conversations, authToken });
      registerMediaHosts(app, { conversations, authToken, identityOfToken: tokens.identityOfToken });
      routing.register(app);
      registerFlexPageHosts(app, { unhandled });
      const account = { accountSid, authToken, unhandled };
      registerAccountApi(app, account);
      registerSyncRest(app, { ...account, documents, syncServiceSid });
      registerPluginValidation(app, account);
      registerServerlessApi(app, { ...account, state: deployed.serverless });
      registerStudioRest(app, { ...account, studio: routing.studio, flows: deployed.flows });
    },
    handleUpgrade(request, socket, head) {
      if (routing.handleUpgrade(request, socket, head)) return true;
      if (!twilsockPath.test(request.url ?? '')) return false;
      twilsock.handleUpgrade(request, socket, head, (upgraded) => wire.handleTwilsock(upgraded));
      return true;
    },
    configure({ flow, functionsUrl, eventSink }) {
      routing.studio.publishFlow(studioFlowSid, flow);
      routing.setUiAttributes({ discord_channel: { functions_url: functionsUrl } });
      routing.eventStreams.addSink({ destination: eventSink });
    },
    loginQuery(agentName) {
      const agent = agents.find(({ fullName }) => fullName.toLowerCase() === agentName);
      if (!agent) return undefined;
      const expiresAt = new Date(clock.now().getTime() + tokenLifetimeMs);
      return new URLSearchParams({
        Token: tokens.issueToken(agent.identity, { roles: agent.roles, expiresAt }),
        Identity: agent.identity,
        Expiration: expiresAt.toISOString(),
        Roles: agent.roles.join(','),
      });
    },
    cancelWaitingTasks() {
      for (const task of routing.taskRouter.tasks()) {
        if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved') {
          routing.taskRouter.cancelTask(task, 'Canceled by an admin');
        }
      }
    },
    bringCustomer: (customer) => bringCustomer({ conversations, routing }, customer),
    timeOutReservations() {
      for (const reservation of routing.taskRouter.reservations()) {
        if (reservation.status === 'pending') routing.taskRouter.timeOutReservation(reservation);
      }
    },
    routes: unhandled.routes,
    deployed,
    snapshot: () => ({
      ...routing.snapshot(),
      conversations: [...conversations.port.conversations()].map(({ sid, state, participants, messages }) => ({
        sid,
        state,
        participants: [...participants.values()].map(({ identity }) => identity),
        messages: [...messages.values()].map(({ index, author, body, media }) => {
          const files = media.map(({ filename }) => filename);
          return { index, author, body, ...(files.length > 0 && { files }) };
        }),
      })),
    }),
    reset() {
      routing.reset();
      conversations.port.reset();
      for (const agent of agents) conversations.port.setUserFriendlyName(agent.identity, agent.fullName);
    },
    close() {
      wire.disconnectAll();
      poster.close();
    },
  };
}

/** Flex UI reports its own doings to Twilio through the same socket; taken, and not kept. */
function answerTelemetry({ host, path }: ClientRequest): ClientAnswer | undefined {
  return /^flex-sdk[^/]*\.twilio\.com$/.test(host) && path.startsWith('/v1/Telemetry/')
    ? { status: 200, body: {} }
    : undefined;
}
