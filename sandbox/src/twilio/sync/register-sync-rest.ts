import type { FastifyInstance } from 'fastify';
import { type Account, readForm, requireAccount, serveHost } from '../rest/serve-host';
import { notFound, TwilioRestError } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import type { SyncDocument, SyncDocuments } from './sync-documents';

export interface SyncRestDependencies extends Account {
  documents: SyncDocuments;
  syncServiceSid: string;
  unhandled: UnhandledRequests;
}

interface Parameters {
  Params: { service: string; document: string };
}

/** sync.twilio.com: the documents of the account's Sync service, which goes by its SID and by `default`. */
export function registerSyncRest(app: FastifyInstance, dependencies: SyncRestDependencies): void {
  const { documents, syncServiceSid, accountSid, unhandled } = dependencies;
  const checkService = (service: string) => {
    if (service !== 'default' && service !== syncServiceSid) throw notFound(`/Services/${service}`);
  };
  const body = (document: SyncDocument) => toBody(document, { accountSid, syncServiceSid });

  serveHost(app, {
    host: 'sync.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.addHook('onRequest', async (request) => requireAccount(request, dependencies));
      scope.post<Parameters>('/v1/Services/:service/Documents', async (request, reply) => {
        checkService(request.params.service);
        const { UniqueName: name = '', Data: data = '{}' } = readForm(request, ['UniqueName', 'Data']);
        return reply.code(201).send(body(documents.create(name, parse(data), 'system')));
      });
      scope.post<Parameters>('/v1/Services/:service/Documents/:document', async (request) => {
        const { service, document: name } = request.params;
        checkService(service);
        const document = documents.find(name);
        if (!document) throw notFound(`/v1/Services/${service}/Documents/${name}`);
        const { Data: data = '{}' } = readForm(request, ['Data']);
        documents.update(document, parse(data));
        return body(document);
      });
    },
  });
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new TwilioRestError(400, 54008, 'Data is not valid JSON');
  }
}

function toBody(
  { sid, uniqueName, createdBy, view }: SyncDocument,
  { accountSid, syncServiceSid }: { accountSid: string; syncServiceSid: string },
) {
  const url = `https://sync.twilio.com/v1/Services/${syncServiceSid}/Documents/${sid}`;
  return {
    sid,
    unique_name: uniqueName,
    account_sid: accountSid,
    service_sid: syncServiceSid,
    url,
    links: { permissions: `${url}/Permissions` },
    revision: String(view.eventId),
    data: view.data,
    date_expires: null,
    date_created: view.dateCreated,
    date_updated: view.dateUpdated,
    created_by: createdBy,
  };
}
