import type { Origin } from '../../conversations/changes';
import type { ClientAnswer, ClientRequest } from '../client-request';
import type { ClientApiDependencies } from './client-route';
import { conversationRoutes } from './conversation-routes';
import { messageRoutes } from './message-routes';
import { userRoutes } from './user-routes';

const routes = [...userRoutes, ...conversationRoutes, ...messageRoutes];

/** The API of the Conversations SDK (`aim.us1.twilio.com`). Undefined for a route that is not emulated. */
export function answerClientApi(request: ClientRequest, dependencies: ClientApiDependencies): ClientAnswer | undefined {
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(request.path) : null;
    if (!match) continue;
    const names = match.slice(1).map((name) => decodeURIComponent(name));
    // What an SDK client does always fires webhooks.
    const origin: Origin = { source: 'SDK', clientIdentity: request.identity, firesWebhooks: true };
    return route.answer({ ...dependencies, request, names, origin });
  }
  return undefined;
}
