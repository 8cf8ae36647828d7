import type { FastifyRequest } from 'fastify';
import { notFound } from '../rest/twilio-rest-error';
import type { ServerlessState } from './serverless-state';

export interface ServicePath {
  serviceSid: string;
}

/** The service that a path names, by SID or unique name. @throws TwilioRestError 20404. */
export function findService(state: ServerlessState, request: FastifyRequest) {
  const { serviceSid } = request.params as ServicePath;
  const service = state.services.find(({ sid, unique_name }) => sid === serviceSid || unique_name === serviceSid);
  if (!service) throw notFound(`/Services/${serviceSid}`);
  return service;
}

/** The environment that a path names. @throws TwilioRestError 20404. */
export function findEnvironment(state: ServerlessState, request: FastifyRequest) {
  const service = findService(state, request);
  const { environmentSid } = request.params as { environmentSid: string };
  const environment = state.environments.find(
    ({ sid, service_sid }) => sid === environmentSid && service_sid === service.sid,
  );
  if (!environment) throw notFound(`/Services/${service.sid}/Environments/${environmentSid}`);
  return environment;
}
