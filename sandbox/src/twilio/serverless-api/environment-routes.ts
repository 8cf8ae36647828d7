import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { listPage } from '../rest/list-page';
import { newSid } from '../rest/new-sid';
import { readForm, readQuery } from '../rest/serve-host';
import { invalidParameter, notFound, TwilioRestError } from '../rest/twilio-rest-error';
import { findEnvironment, findService } from './find-serverless';
import type { ServerlessApiDeps } from './register-serverless-api';
import { described, environmentJson } from './serverless-json';
import type { ServerlessVariable } from './serverless-state';

const base = 'https://serverless.twilio.com/v1/Services';

/** Environments with their variables and deployments. */
export function registerEnvironmentRoutes(scope: FastifyInstance, deps: ServerlessApiDeps): void {
  registerEnvironments(scope, deps);
  registerVariables(scope, deps);
  registerDeployments(scope, deps);
}

function registerEnvironments(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  scope.get('/v1/Services/:serviceSid/Environments', async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    const { sid } = findService(state, request);
    const found = state.environments.filter(({ service_sid }) => service_sid === sid);
    return listPage(
      'environments',
      `${base}/${sid}/Environments`,
      found.map((environment) => environmentJson(accountSid, environment)),
    );
  });
  scope.post('/v1/Services/:serviceSid/Environments', async (request, reply) => {
    const service = findService(state, request);
    // The command line tools send a FriendlyName, which the API does not know and ignores.
    const form = readForm(request, ['UniqueName', 'DomainSuffix', 'FriendlyName']);
    const suffix = form.DomainSuffix || null;
    if (!form.UniqueName) throw invalidParameter('UniqueName is missing');
    const taken = state.environments.some(
      ({ service_sid, unique_name }) => service_sid === service.sid && unique_name === form.UniqueName,
    );
    if (taken) throw new TwilioRestError(409, 20001, `The environment ${form.UniqueName} exists already`);
    const environment = {
      sid: newSid('ZE'),
      service_sid: service.sid,
      unique_name: form.UniqueName,
      domain_suffix: suffix,
      domain_name: `${service.unique_name}-${randomInt(1_000, 10_000)}${suffix ? `-${suffix}` : ''}.twil.io`,
      build_sid: null,
    };
    state.environments.push(environment);
    return reply.code(201).send(environmentJson(accountSid, environment));
  });
  scope.get('/v1/Services/:serviceSid/Environments/:environmentSid', async (request) =>
    environmentJson(accountSid, findEnvironment(state, request)),
  );
}

function registerVariables(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  const path = '/v1/Services/:serviceSid/Environments/:environmentSid/Variables';
  scope.get(path, async (request) => {
    readQuery(request, ['PageSize', 'Page']);
    const { sid, service_sid } = findEnvironment(state, request);
    const found = state.variables.filter(({ environment_sid }) => environment_sid === sid);
    return listPage(
      'variables',
      `${base}/${service_sid}/Environments/${sid}/Variables`,
      found.map((variable) => variableJson(accountSid, variable)),
    );
  });
  scope.post(path, async (request, reply) => {
    const { sid, service_sid } = findEnvironment(state, request);
    const { Key: key = '', Value: value = '' } = readForm(request, ['Key', 'Value']);
    if (!/^[A-Za-z_]\w{0,127}$/.test(key)) throw invalidParameter(`Key "${key}" is not a name of a variable`);
    if (!value || Buffer.byteLength(value) > 450)
      throw invalidParameter(`The value of ${key} must have 1 to 450 bytes`);
    if (state.variables.some((known) => known.environment_sid === sid && known.key === key)) {
      throw new TwilioRestError(409, 20001, `The variable ${key} exists already`);
    }
    const variable = { sid: newSid('ZV'), service_sid, environment_sid: sid, key, value };
    state.variables.push(variable);
    return reply.code(201).send(variableJson(accountSid, variable));
  });
  scope.post(`${path}/:variableSid`, async (request) => {
    const environment = findEnvironment(state, request);
    const { variableSid } = request.params as { variableSid: string };
    const variable = state.variables.find(({ sid }) => sid === variableSid);
    if (variable?.environment_sid !== environment.sid) throw notFound(`/Variables/${variableSid}`);
    const form = readForm(request, ['Key', 'Value']);
    if (form.Value) variable.value = form.Value;
    return variableJson(accountSid, variable);
  });
}

function variableJson(accountSid: string, variable: ServerlessVariable) {
  const { service_sid, environment_sid, sid } = variable;
  const url = `${base}/${service_sid}/Environments/${environment_sid}/Variables/${sid}`;
  return { ...described(accountSid), ...variable, url };
}

function registerDeployments(scope: FastifyInstance, { state, accountSid }: ServerlessApiDeps): void {
  scope.post('/v1/Services/:serviceSid/Environments/:environmentSid/Deployments', async (request, reply) => {
    const environment = findEnvironment(state, request);
    const { BuildSid } = readForm(request, ['BuildSid', 'IsPlugin']);
    const build = state.builds.find(
      ({ sid, service_sid }) => sid === BuildSid && service_sid === environment.service_sid,
    );
    if (!build) throw notFound(`/Builds/${BuildSid}`);
    if (build.status !== 'completed') throw invalidParameter(`The build ${build.sid} is not completed`);
    environment.build_sid = build.sid;
    const deployment = {
      sid: newSid('ZD'),
      service_sid: environment.service_sid,
      environment_sid: environment.sid,
      build_sid: build.sid,
    };
    state.deployments.push(deployment);
    const url = `${base}/${environment.service_sid}/Environments/${environment.sid}/Deployments/${deployment.sid}`;
    return reply.code(201).send({ ...described(accountSid), ...deployment, url });
  });
}
