import type { FastifyInstance } from 'fastify';
import { serveHost } from '../rest/serve-host';
import type { UnhandledRequests } from '../rest/unhandled-requests';

/** Hosts that Flex UI's page loads from beside the APIs: fonts, sounds, the status page. All answer "nothing to see". */
export function registerFlexPageHosts(app: FastifyInstance, { unhandled }: { unhandled: UnhandledRequests }): void {
  serveHost(app, {
    host: 'assets.twilio.com',
    unhandled,
    routes: (scope) => {
      // The machine's own fonts do.
      scope.get('/public_assets/paste-fonts/:version/fonts.css', (_request, reply) => reply.type('text/css').send(''));
    },
  });
  serveHost(app, {
    host: 'media.twiliocdn.com',
    unhandled,
    routes: (scope) => {
      // An agent of the sandbox hears nothing.
      scope.get('/sdk/js/client/sounds/*', (_request, reply) => reply.type('audio/mpeg').send(Buffer.alloc(0)));
    },
  });
  serveHost(app, {
    host: 'status.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.get('/api/v2/summary.json', () => ({
        status: { indicator: 'none', description: 'All Systems Operational' },
        components: [],
        incidents: [],
        scheduled_maintenances: [],
      }));
    },
  });
}
