import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RouteLedger } from '../../routes/route-ledger';
import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';
import { checkOperation, type OperationCheck, type RequestFault } from './check-operation';
import { documentedOperation } from './load-operations';
import { undocumentedFields, undocumentedRoutes } from './undocumented-routes';

/** A request that Twilio's OpenAPI file has not. Refused, and recorded: whoever sent it has a mistake. */
export class RequestBreach extends TwilioRestError {
  constructor(readonly fault: RequestFault) {
    const refusal = invalidParameter(
      fault.kind === 'unknown-field' ? `Unknown parameter ${fault.field}` : `Invalid parameter: ${fault.problem}`,
    );
    super(refusal.status, refusal.code, refusal.message);
  }
}

/** An answer that Twilio would not give: a mistake of the emulator. */
export class AnswerBreach extends Error {
  constructor(
    readonly route: string,
    readonly problem: string,
  ) {
    super(`The emulator's answer to ${route} is not in Twilio's OpenAPI file: ${problem}`);
    this.name = 'AnswerBreach';
  }
}

interface Guarded {
  route: string;
  check?: OperationCheck;
}

/**
 * Makes every route that the scope gets from now on known, counted, and checked against Twilio's OpenAPI files:
 * requests before their handler, answers before they leave.
 * @throws Error when a route is registered that is neither documented nor listed in `undocumentedRoutes`
 */
export function guardRoutes(scope: FastifyInstance, host: string, ledger: RouteLedger): void {
  const guarded = new Map<string, Guarded>();
  const guardOf = ({ method, routeOptions }: FastifyRequest) => guarded.get(`${method} ${routeOptions.url}`);

  scope.addHook('onRoute', ({ method: methods, url, prefix }) => {
    const path = url.slice(prefix.length);
    for (const method of [methods].flat()) {
      // HEAD comes with each GET; `/*` is where the unknown ends up.
      if (method === 'HEAD' || path === '/*') continue;
      const { contract, check } = contractOf(host, method, path);
      const route = `${method} ${path}`;
      ledger.declare({ service: host, route, contract });
      guarded.set(`${method} ${url}`, { route, check });
    }
  });

  scope.addHook('preHandler', async (request) => {
    const guard = guardOf(request);
    if (!guard) return;
    ledger.hit(host, guard.route);
    const queryStart = request.url.indexOf('?');
    const fault = guard.check?.request({
      query: new URLSearchParams(queryStart < 0 ? '' : request.url.slice(queryStart + 1)),
      headers: request.headers,
      body: documentedPart(host, guard.route, typeof request.body === 'string' ? request.body : ''),
    });
    if (fault) throw new RequestBreach(fault);
  });

  scope.addHook('preSerialization', async (request, reply, body) => {
    const guard = guardOf(request);
    const problem = guard?.check?.answer(reply.statusCode, body);
    if (guard && problem !== undefined) throw new AnswerBreach(guard.route, problem);
    return body;
  });
}

/** The body without the fields that are listed as taken all the same. */
function documentedPart(host: string, route: string, body: string): string {
  const [method, path] = route.split(' ');
  const listed = undocumentedFields.filter((known) => known.route === `${method} ${host}${path}`);
  if (listed.length === 0) return body;
  const form = new URLSearchParams(body);
  for (const { field } of listed) form.delete(field);
  return form.toString();
}

function contractOf(host: string, method: string, path: string): { contract: string; check?: OperationCheck } {
  const listed = undocumentedRoutes.find(({ route }) => route === `${method} ${host}${path}`);
  if (listed) return { contract: listed.source };
  const documented = documentedOperation(host, method, path);
  if (documented) return { contract: 'OpenAPI', check: checkOperation(documented) };
  throw new Error(
    `${method} https://${host}${path} is in no OpenAPI file of Twilio's. Correct the path, or list the route with ` +
      'its source in sandbox/src/twilio/openapi/undocumented-routes.ts.',
  );
}
