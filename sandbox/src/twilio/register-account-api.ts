import type { FastifyInstance } from 'fastify';
import { type Account, requireAccount, serveHost } from './rest/serve-host';
import { notFound } from './rest/twilio-rest-error';
import type { UnhandledRequests } from './rest/unhandled-requests';

/** api.twilio.com: the account itself, which the command line tools ask to see whether the credentials are good. */
export function registerAccountApi(app: FastifyInstance, deps: Account & { unhandled: UnhandledRequests }): void {
  const { accountSid, authToken } = deps;
  const born = new Date().toUTCString().replace('GMT', '+0000');
  serveHost(app, {
    host: 'api.twilio.com',
    unhandled: deps.unhandled,
    routes: (scope) => {
      scope.get<{ Params: { sid: string } }>('/2010-04-01/Accounts/:sid.json', async (request) => {
        requireAccount(request, deps);
        if (request.params.sid !== accountSid) throw notFound(`/Accounts/${request.params.sid}`);
        return {
          sid: accountSid,
          auth_token: authToken,
          friendly_name: 'Sandbox',
          owner_account_sid: accountSid,
          status: 'active',
          type: 'Full',
          date_created: born,
          date_updated: born,
          uri: `/2010-04-01/Accounts/${accountSid}.json`,
          subresource_uris: {},
        };
      });
    },
  });
}
