import type { FastifyInstance } from 'fastify';
import { listPage } from '../rest/list-page';
import { newSid } from '../rest/new-sid';
import { readForm, readQuery } from '../rest/serve-host';
import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';
import { findService } from './find-serverless';
import type { ServerlessApiDeps } from './register-serverless-api';
import { serviceJson } from './serverless-json';

const base = 'https://serverless.twilio.com/v1/Services';

/** Services: list, create, fetch, update. */
export function registerServiceRoutes(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  scope.get('/v1/Services', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    return listPage(
      'services',
      base,
      state.services.map((service) => serviceJson(accountSid, service)),
    );
  });
  scope.post('/v1/Services', async (request, reply) => {
    const form = readForm(request, ['UniqueName', 'FriendlyName', 'IncludeCredentials', 'UiEditable']);
    const name = form.UniqueName ?? '';
    if (!/^[\w-]{1,50}$/.test(name)) throw invalidParameter(`UniqueName "${name}" is not 1 to 50 of [A-Za-z0-9_-]`);
    if (!form.FriendlyName) throw invalidParameter('FriendlyName is missing');
    if (state.services.some(({ unique_name }) => unique_name === name)) {
      throw new TwilioRestError(409, 20001, `A service with the unique name ${name} exists already`);
    }
    const service = {
      sid: newSid('ZS'),
      unique_name: name,
      friendly_name: form.FriendlyName,
      include_credentials: form.IncludeCredentials !== 'false',
      ui_editable: form.UiEditable === 'true',
    };
    state.services.push(service);
    return reply.code(201).send(serviceJson(accountSid, service));
  });
  scope.get('/v1/Services/:serviceSid', async (request) => serviceJson(accountSid, findService(state, request)));
  scope.post('/v1/Services/:serviceSid', async (request) => {
    const service = findService(state, request);
    const form = readForm(request, ['FriendlyName', 'IncludeCredentials', 'UiEditable']);
    if (form.FriendlyName) service.friendly_name = form.FriendlyName;
    if (form.IncludeCredentials) service.include_credentials = form.IncludeCredentials === 'true';
    if (form.UiEditable) service.ui_editable = form.UiEditable === 'true';
    return serviceJson(accountSid, service);
  });
}
