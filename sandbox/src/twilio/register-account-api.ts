import type { FastifyInstance } from 'fastify';
import { type Account, requireAccount, serveHost } from './rest/serve-host';
import { notFound } from './rest/twilio-rest-error';
import type { UnhandledRequests } from './rest/unhandled-requests';

/** api.twilio.com: the account itself, which the command line tools ask to see whether the credentials are good. */
export function registerAccountApi(app: FastifyInstance, deps: Account & { unhandled: UnhandledRequests }): void {
  const { accountSid } = deps;
  serveHost(app, {
    host: 'api.twilio.com',
    unhandled: deps.unhandled,
    routes: (scope) => {
      scope.get<{ Params: { file: string } }>('/2010-04-01/Accounts/:file', async (request) => {
        requireAccount(request, deps);
        if (request.params.file !== `${accountSid}.json`) throw notFound(`/Accounts/${request.params.file}`);
        return {
          sid: accountSid,
          friendly_name: 'Sandbox',
          owner_account_sid: accountSid,
          status: 'active',
          type: 'Full',
          date_created: new Date().toUTCString(),
          date_updated: new Date().toUTCString(),
          uri: `/2010-04-01/Accounts/${accountSid}.json`,
          subresource_uris: {},
        };
      });
    },
  });
}
