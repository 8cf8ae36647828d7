import type { FastifyInstance } from 'fastify';
import { type Account, requireAccount, serveHost } from '../rest/serve-host';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import { registerBuildRoutes } from './build-routes';
import { registerEnvironmentRoutes } from './environment-routes';
import { registerResourceRoutes, registerUploadRoutes } from './resource-routes';
import type { ServerlessState } from './serverless-state';
import { registerServiceRoutes } from './service-routes';

export interface ServerlessApiDeps extends Account {
  state: ServerlessState;
  unhandled: UnhandledRequests;
}

/**
 * The hosts serverless.twilio.com and serverless-upload.twilio.com, as `twilio serverless:deploy` and `flex-plugin
 * deploy` use them. https://www.twilio.com/docs/serverless/api
 */
export function registerServerlessApi(app: FastifyInstance, deps: ServerlessApiDeps): void {
  const register = (host: string, ...routes: ((scope: FastifyInstance, deps: ServerlessApiDeps) => void)[]) =>
    serveHost(app, {
      host,
      unhandled: deps.unhandled,
      routes: (scope) => {
        scope.addHook('preHandler', async (request) => requireAccount(request, deps));
        for (const add of routes) add(scope, deps);
      },
    });
  register(
    'serverless.twilio.com',
    registerServiceRoutes,
    registerEnvironmentRoutes,
    registerResourceRoutes,
    registerBuildRoutes,
  );
  register('serverless-upload.twilio.com', registerUploadRoutes);
}
