import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listPage } from '../rest/list-page';
import { newSid } from '../rest/new-sid';
import { readQuery } from '../rest/serve-host';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import { findService } from './find-serverless';
import type { ServerlessApiDeps } from './register-serverless-api';
import { buildJson } from './serverless-json';
import type { ResourceKind, ResourceVersion, ServerlessBuild, ServerlessState } from './serverless-state';

/** Node 18 and older cannot be deployed any more. */
const runtimes = ['node20', 'node22'];
const latestRuntime = 'node22';
const fields = ['AssetVersions', 'FunctionVersions', 'Dependencies', 'Runtime'];
/** A build's status is asked at least this often before it is completed. */
const buildingFor = 2;
const dependenciesSchema = z.array(z.strictObject({ name: z.string().min(1), version: z.string().min(1) }));

/** Builds and their status. A build is never completed at once, so that a tool that does not wait fails. */
export function registerBuildRoutes(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  scope.get('/v1/Services/:serviceSid/Builds', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    const { sid } = findService(state, request);
    const found = state.builds.filter(({ service_sid }) => service_sid === sid).reverse();
    return listPage(
      'builds',
      `https://serverless.twilio.com/v1/Services/${sid}/Builds`,
      found.map((build) => buildJson(accountSid, build)),
    );
  });
  scope.post('/v1/Services/:serviceSid/Builds', async (request, reply) => {
    const service = findService(state, request);
    const form = new URLSearchParams(String(request.body ?? ''));
    const unknown = [...form.keys()].find((name) => !fields.includes(name));
    if (unknown) throw invalidParameter(`Unknown parameter ${unknown}`);
    const versions = [
      ...readVersions(state, service.sid, 'Functions', form.getAll('FunctionVersions')),
      ...readVersions(state, service.sid, 'Assets', form.getAll('AssetVersions')),
    ];
    const paths = versions.map(({ path }) => path);
    const twice = paths.find((path, index) => paths.indexOf(path) !== index);
    if (twice) throw invalidParameter(`Two versions have the path ${twice}`);
    const build: ServerlessBuild = {
      sid: newSid('ZB'),
      service_sid: service.sid,
      status: 'building',
      runtime: readRuntime(form.get('Runtime')),
      dependencies: readDependencies(form.get('Dependencies')),
      versions,
      asked: 0,
    };
    state.builds.push(build);
    return reply.code(201).send(buildJson(accountSid, build));
  });
  scope.get('/v1/Services/:serviceSid/Builds/:buildSid', async (request) => buildJson(accountSid, ask(state, request)));
  scope.get('/v1/Services/:serviceSid/Builds/:buildSid/Status', async (request) => {
    const { sid, service_sid, status } = ask(state, request);
    const url = `https://serverless.twilio.com/v1/Services/${service_sid}/Builds/${sid}/Status`;
    return { sid, service_sid, account_sid: accountSid, status, url };
  });
}

function ask(state: ServerlessState, request: FastifyRequest): ServerlessBuild {
  const service = findService(state, request);
  const { buildSid } = request.params as { buildSid: string };
  const build = state.builds.find(({ sid, service_sid }) => sid === buildSid && service_sid === service.sid);
  if (!build) throw notFound(`/Services/${service.sid}/Builds/${buildSid}`);
  build.asked += 1;
  if (build.asked >= buildingFor) build.status = 'completed';
  return build;
}

function readVersions(
  state: ServerlessState,
  serviceSid: string,
  kind: ResourceKind,
  sids: readonly string[],
): ResourceVersion[] {
  return sids.map((wanted) => {
    const version = state.versions.find(({ sid }) => sid === wanted);
    if (version?.kind !== kind || version.service_sid !== serviceSid) throw invalidParameter(`${wanted} is not here`);
    return version;
  });
}

function readRuntime(runtime: string | null): string {
  if (runtime === null || runtime === 'latest') return latestRuntime;
  if (!runtimes.includes(runtime)) throw invalidParameter(`Runtime ${runtime} is not one of ${runtimes.join(', ')}`);
  return runtime;
}

function readDependencies(text: string | null): ServerlessBuild['dependencies'] {
  if (!text) return [];
  try {
    // twilio-run puts the list into quotes once more, and the real API takes it so.
    return dependenciesSchema.parse(JSON.parse(text.replace(/^"(.*)"$/, '$1')));
  } catch (error) {
    throw invalidParameter(`Dependencies is not a JSON list of {name, version}: ${(error as Error).message}`);
  }
}
