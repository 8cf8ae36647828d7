import type { FastifyInstance } from 'fastify';
import { newSid } from '../rest/new-sid';
import { type Account, requireAccount, serveHost } from '../rest/serve-host';
import { invalidParameter } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';

const parts = ['flex_ui_version', 'plugin_name', 'plugin_zip'];

/**
 * flex-plugin-upload.us1.twilio.com: `twilio flex:plugins:deploy` sends the plugin's sources for review before it
 * builds them. The emulator has no opinion on them; it checks what is sent.
 */
export function registerPluginValidation(app: FastifyInstance, deps: Account & { unhandled: UnhandledRequests }): void {
  serveHost(app, {
    host: 'flex-plugin-upload.us1.twilio.com',
    unhandled: deps.unhandled,
    routes: (scope) => {
      scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
        done(null, body),
      );
      scope.post('/v1/Plugin/Validate', async (request) => {
        requireAccount(request, deps);
        if (!Buffer.isBuffer(request.body)) throw invalidParameter('The body is not multipart/form-data');
        const headers = { 'content-type': request.headers['content-type'] ?? '' };
        const form = await new Response(new Uint8Array(request.body), { headers }).formData();
        const wrong = parts.find((name) => !form.has(name)) ?? [...form.keys()].find((name) => !parts.includes(name));
        if (wrong) throw invalidParameter(`The part ${wrong} is missing or unknown`);
        const nothingFound = { dom_manipulation: [], api_compatibility: [], version_compatibility: [], errors: [] };
        return { request_id: newSid('RQ'), ...nothingFound };
      });
    },
  });
}
