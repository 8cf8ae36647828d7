import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AnswerBreach, guardRoutes, RequestBreach } from '../openapi/guard-routes';
import { invalidParameter, notFound, TwilioRestError } from './twilio-rest-error';
import type { UnhandledRequest, UnhandledRequests } from './unhandled-requests';

export interface ServeHostOptions {
  /** The Twilio host, such as `taskrouter.twilio.com`. Its routes live under `/__twilio/<host>`. */
  host: string;
  unhandled: UnhandledRequests;
  routes: (scope: FastifyInstance) => void;
}

/**
 * Registers one Twilio host: its routes, each checked against Twilio's OpenAPI files, Twilio's error shape for every
 * refusal, and a recorded 404 for all else.
 * Bodies stay text, whatever their content type says: the real SDKs send JSON as `application/x-www-form-urlencoded`.
 */
export function serveHost(app: FastifyInstance, { host, unhandled, routes }: ServeHostOptions): void {
  app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
      scope.setErrorHandler((error: unknown, request, reply) => {
        const breach = breachOf(error);
        if (breach) unhandled.record({ method: request.method, target: targetOf(request), ...breach });
        if (error instanceof TwilioRestError) return reply.code(error.status).send(error.body);
        request.log.error({ err: error }, 'the emulator failed to answer');
        const words = error instanceof AnswerBreach ? error.message : 'Internal Server Error';
        return reply.code(500).send(new TwilioRestError(500, 20500, words).body);
      });
      guardRoutes(scope, host, unhandled.routes);
      routes(scope);
      scope.all('/*', async (request, reply) => {
        unhandled.record({ method: request.method, target: targetOf(request), reason: 'unknown-route' });
        const error = notFound(pathOf(request));
        return reply.code(error.status).send(error.body);
      });
    },
    { prefix: `/__twilio/${host}` },
  );
}

/** The fields of a form-urlencoded body. @throws TwilioRestError for a field that is not among the known ones. */
export function readForm(request: FastifyRequest, known: readonly string[]): Readonly<Record<string, string>> {
  return onlyKnown(new URLSearchParams(bodyText(request)), known);
}

/** The parameters of the query. @throws TwilioRestError for a parameter that is not among the known ones. */
export function readQuery(request: FastifyRequest, known: readonly string[]): Readonly<Record<string, string>> {
  const query = request.url.indexOf('?');
  return onlyKnown(new URLSearchParams(query < 0 ? '' : request.url.slice(query + 1)), known);
}

/** A JSON body. @throws TwilioRestError when it is not JSON. */
export function readJson(request: FastifyRequest): unknown {
  try {
    return JSON.parse(bodyText(request));
  } catch {
    throw invalidParameter('The body is not valid JSON');
  }
}

/**
 * Checks HTTP Basic authentication.
 * @returns the user name and password that were presented.
 * @throws TwilioRestError 20003 when there are none.
 */
export function basicCredentials(request: FastifyRequest): { user: string; password: string } {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ');
  const decoded = scheme === 'Basic' && encoded ? Buffer.from(encoded, 'base64').toString() : '';
  const separator = decoded.indexOf(':');
  if (separator < 0) throw unauthenticated();
  return { user: decoded.slice(0, separator), password: decoded.slice(separator + 1) };
}

export interface Account {
  accountSid: string;
  authToken: string;
}

/** Lets only the account itself pass. @throws TwilioRestError 20003, as Twilio answers a wrong SID or token. */
export function requireAccount(request: FastifyRequest, account: Account): void {
  const { user, password } = basicCredentials(request);
  if (user !== account.accountSid || password !== account.authToken) throw unauthenticated();
}

/** 20003: who asks is unknown. */
export function unauthenticated(): TwilioRestError {
  return new TwilioRestError(401, 20003, 'Authenticate');
}

function breachOf(error: unknown): Pick<UnhandledRequest, 'reason' | 'detail'> | undefined {
  if (error instanceof UnknownField) return { reason: 'unknown-field', detail: error.field };
  if (error instanceof AnswerBreach) return { reason: 'wrong-answer', detail: error.problem };
  if (!(error instanceof RequestBreach)) return undefined;
  const { fault } = error;
  return fault.kind === 'unknown-field'
    ? { reason: 'unknown-field', detail: fault.field }
    : { reason: 'invalid', detail: fault.problem };
}

class UnknownField extends TwilioRestError {
  constructor(readonly field: string) {
    super(400, 20001, `Unknown parameter ${field}`);
  }
}

function onlyKnown(parameters: URLSearchParams, known: readonly string[]): Record<string, string> {
  for (const name of parameters.keys()) if (!known.includes(name)) throw new UnknownField(name);
  return Object.fromEntries(parameters);
}

function bodyText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

function pathOf(request: FastifyRequest): string {
  return request.url.replace(/^\/__twilio\/[^/]+/, '').replace(/\?.*$/, '');
}

function targetOf(request: FastifyRequest): string {
  return request.url.replace(/^\/__twilio\//, '').replace(/\?.*$/, '');
}
