import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { ensureUser } from '../conversations/commands/save-user';
import type { Conversations } from '../conversations/create-conversations';
import { TwilioRestError } from '../rest/twilio-rest-error';
import { countWireCall, declareWires, type Wire } from '../rest/wire-routes';
import type { SyncDocuments } from '../sync/sync-documents';
import { answerClientApi } from './client-api/answer-client-api';
import { ClientConnection } from './client-connection';
import type { ClientAnswer, ClientRequest } from './client-request';
import { Connections } from './connections';
import { publishChanges } from './publish-changes';
import { serveConnection } from './serve-connection';
import { answerSync } from './sync-api';
import { OpenedObjects } from './sync-objects';
import { createTyping } from './typing';

export interface ClientWireDependencies {
  conversations: Conversations;
  documents: SyncDocuments;
  /** Whose token it is; undefined refuses the connection. */
  identityOfToken: (token: string) => string | undefined;
  /** Other hosts that clients reach through Twilsock. Undefined for what it does not know either. */
  otherHosts?: (request: ClientRequest) => ClientAnswer | undefined;
  logger: Logger;
}

export interface ClientWire {
  /** Serves one WebSocket of `/__twilio/tsock.us1.twilio.com/v3/wsconnect`. */
  handleTwilsock(socket: WebSocket): void;
  /** Ends all connections; clients come back by themselves. */
  disconnectAll(): void;
}

/**
 * The wire of Twilio's client SDKs: Twilsock, and through it Sync and the Conversations client API. It acts on the same
 * state as the REST API, so what one side does the other sees.
 */
export function createClientWire(dependencies: ClientWireDependencies): ClientWire {
  const { conversations, documents, identityOfToken, otherHosts, logger } = dependencies;
  const { unhandled } = conversations;
  declareWires(unhandled, ['Conversations SDK', 'Sync', 'push registration', 'telemetry']);
  const connections = new Connections();
  const objects = new OpenedObjects();
  publishChanges({ conversations, documents, objects, connections });
  const sendTyping = createTyping(connections);

  const route = (request: ClientRequest): ClientAnswer | undefined => {
    if (request.host.startsWith('cds.')) return answerSync(request, { conversations, documents, objects, connections });
    if (request.host.startsWith('aim.')) return answerClientApi(request, { conversations, sendTyping });
    // Registration for push notifications: accepted, and never used by a browser.
    if (request.host.startsWith('ers.')) return { status: 201, body: { id: 'sandbox' } };
    return otherHosts?.(request);
  };

  const answer = (request: ClientRequest): ClientAnswer => {
    try {
      const known = route(request);
      const { method, host, path } = request;
      if (known) {
        countWireCall(unhandled, wireOf(host), method, path);
        return known;
      }
      unhandled.record({ method, target: host + path, reason: 'unknown-route' });
      return { status: 404, body: { code: 20404, message: 'not emulated', status: 404 } };
    } catch (error) {
      if (error instanceof TwilioRestError) return { status: error.status, body: error.body };
      logger.error({ err: error }, 'the emulated client API failed');
      return { status: 500, body: { code: 20500, message: 'Internal server error', status: 500 } };
    }
  };

  const identify = (connection: ClientConnection, token: string): boolean => {
    const identity = identityOfToken(token);
    if (identity === undefined || (connection.identity !== undefined && connection.identity !== identity)) return false;
    ensureUser(conversations.context, identity);
    connections.identify(connection, identity);
    return true;
  };

  return {
    handleTwilsock: (socket) => {
      const connection = new ClientConnection(socket);
      connections.open(connection);
      socket.on('close', () => connections.close(connection));
      serveConnection(socket, {
        connection,
        identify,
        answer,
        generation: () => conversations.context.state.generation,
        recordUnknownMethod: (method) =>
          unhandled.record({ method, target: 'tsock.us1.twilio.com', reason: 'unknown-route' }),
        logger,
      });
    },
    disconnectAll: () => {
      for (const connection of connections.everyone()) connection.close(1012);
    },
  };
}

function wireOf(host: string): Wire {
  if (host.startsWith('cds.')) return 'Sync';
  if (host.startsWith('aim.')) return 'Conversations SDK';
  return host.startsWith('ers.') ? 'push registration' : 'telemetry';
}
