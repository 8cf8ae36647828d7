import type { FastifyInstance } from 'fastify';
import { requireAccount, serveHost } from '../../rest/serve-host';
import type { Conversations } from '../create-conversations';
import { configurationRoutes } from './configuration-routes';
import { conversationRoutes } from './conversation-routes';
import { messageRoutes } from './message-routes';
import { participantRoutes } from './participant-routes';
import { conversationsHost } from './resources';
import { userRoutes } from './user-routes';
import { webhookRoutes } from './webhook-routes';

export interface ConversationsRestDependencies {
  conversations: Conversations;
  /** The account's auth token: every call is HTTP Basic with the account SID. */
  authToken: string;
}

/**
 * Registers the Conversations REST API v1 (default service) under `/__twilio/conversations.twilio.com`. A route or
 * field that is not emulated answers an error and is kept in `conversations.unhandled`.
 */
export function registerConversationsRest(app: FastifyInstance, dependencies: ConversationsRestDependencies): void {
  const { conversations, authToken } = dependencies;
  const account = { accountSid: conversations.accountSid, authToken };
  serveHost(app, {
    host: conversationsHost,
    unhandled: conversations.unhandled,
    routes: (scope) => {
      scope.addHook('onRequest', async (request) => requireAccount(request, account));
      configurationRoutes(scope, conversations);
      conversationRoutes(scope, conversations);
      participantRoutes(scope, conversations);
      messageRoutes(scope, conversations);
      webhookRoutes(scope, conversations);
      userRoutes(scope, conversations);
    },
  });
}
