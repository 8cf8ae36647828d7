import type { FastifyInstance } from 'fastify';
import { listPage } from '../rest/list-page';
import { newSid } from '../rest/new-sid';
import { readForm, readQuery } from '../rest/serve-host';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import { findService } from './find-serverless';
import { readUpload } from './read-upload';
import type { ServerlessApiDeps } from './register-serverless-api';
import { resourceJson, versionJson } from './serverless-json';
import type { ResourceKind } from './serverless-state';

const kinds: readonly { kind: ResourceKind; key: string; prefix: string }[] = [
  { kind: 'Functions', key: 'functions', prefix: 'ZH' },
  { kind: 'Assets', key: 'assets', prefix: 'ZH' },
];

/** Functions and Assets: the names under which versions are uploaded. */
export function registerResourceRoutes(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  for (const { kind, key, prefix } of kinds) {
    const path = `/v1/Services/:serviceSid/${kind}`;
    scope.get(path, async (request) => {
      readQuery(request, ['PageSize', 'Page']);
      const { sid } = findService(state, request);
      const found = state.resources.filter((resource) => resource.kind === kind && resource.service_sid === sid);
      return listPage(
        key,
        `https://serverless.twilio.com/v1/Services/${sid}/${kind}`,
        found.map((resource) => resourceJson(accountSid, resource)),
      );
    });
    scope.post(path, async (request, reply) => {
      const service = findService(state, request);
      const { FriendlyName } = readForm(request, ['FriendlyName']);
      if (!FriendlyName) throw invalidParameter('FriendlyName is missing');
      const resource = { kind, sid: newSid(prefix), service_sid: service.sid, friendly_name: FriendlyName };
      state.resources.push(resource);
      return reply.code(201).send(resourceJson(accountSid, resource));
    });
  }
}

/** serverless-upload.twilio.com: the content of a version, as multipart/form-data. */
export function registerUploadRoutes(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const { kind } of kinds) {
    scope.post(`/v1/Services/:serviceSid/${kind}/:resourceSid/Versions`, async (request, reply) => {
      const service = findService(state, request);
      const { resourceSid } = request.params as { resourceSid: string };
      const resource = state.resources.find(({ sid }) => sid === resourceSid);
      if (resource?.kind !== kind || resource.service_sid !== service.sid) throw notFound(`/${kind}/${resourceSid}`);
      if (!Buffer.isBuffer(request.body)) throw invalidParameter('The body is not multipart/form-data');
      const upload = await readUpload(kind, request.headers['content-type'] ?? '', request.body);
      const version = { kind, sid: newSid('ZN'), service_sid: service.sid, resource_sid: resource.sid, ...upload };
      state.versions.push(version);
      return reply.code(201).send(versionJson(accountSid, version));
    });
  }
}
