import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { Clock } from '../../clock';
import { readJson, serveHost } from '../rest/serve-host';
import { TwilioRestError } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import { countWireCall, declareWires } from '../rest/wire-routes';
import { answerTaskRouterRequest } from './answer-task-router-request';
import { bridgeReservation, bridgeTask, bridgeWorker } from './bridge-json';
import { BridgeRefusal, type BridgeRequest, UnknownBridgeParameter } from './bridge-refusal';
import type { TaskRouterEvent, Worker } from './model';
import type { TaskRouter } from './task-router';

export interface EventBridgeDeps {
  taskRouter: TaskRouter;
  /** The agent behind a Flex token; undefined for a token that is forged or has expired. */
  identityOfToken: (token: string) => string | undefined;
  /** Milliseconds that a token is still good for. */
  lifetimeOfToken: (token: string) => number;
  /** Answers requests that are not TaskRouter's own (Interactions travel the same way); undefined: not mine. */
  answerOther: (worker: Worker, request: BridgeRequest) => unknown;
  unhandled: UnhandledRequests;
  clock: Clock;
}

/** Clients close a connection that is silent for 30 seconds. */
const heartbeatMs = 10_000;
const policyViolation = 1008;

/**
 * The event bridge that Flex UI speaks: requests are POSTed, wrapped in JSON that carries the agent's token; what
 * happens comes over a WebSocket. Learnt from `twilio-taskrouter` 2.1 and the bundled conversations SDK of Flex UI.
 */
export interface EventBridge {
  registerRequests(app: FastifyInstance): void;
  /** Takes over an upgraded WebSocket of `/v1/wschannels?token=...`. */
  handleSocket(socket: WebSocket, request: IncomingMessage): void;
  /** Sends an event that is not TaskRouter's own to one worker. */
  emit(worker: Worker, eventType: string, payload: unknown): void;
  /** Ends every connection: clients come back and ask anew. */
  disconnectAll(): void;
}

export function createEventBridge(deps: EventBridgeDeps): EventBridge {
  const { taskRouter } = deps;
  declareWires(deps.unhandled, ['event-bridge']);
  const sockets = new Map<string, Set<WebSocket>>();
  const workerOfToken = (token: unknown) =>
    taskRouter.workerOfIdentity(deps.identityOfToken(typeof token === 'string' ? token : '') ?? '');

  function emit(worker: Worker, eventType: string, payload: unknown): void {
    const text = JSON.stringify({ event_type: eventType, payload });
    for (const socket of sockets.get(worker.sid) ?? []) socket.send(text);
  }

  taskRouter.onEvent((event) => {
    const payload = payloadOf(taskRouter, event, deps.clock.now());
    if (payload === undefined) return;
    for (const worker of concernedWorkers(event)) emit(worker, event.type, payload);
  });

  return {
    emit,
    disconnectAll() {
      for (const own of sockets.values()) for (const socket of own) socket.close();
    },
    registerRequests(app) {
      serveHost(app, {
        host: 'event-bridge.twilio.com',
        unhandled: deps.unhandled,
        routes: (scope) => {
          scope.post('/v1/wschannels', async (request, reply) => {
            const { token, ...wrapped } = readWrappedRequest(readJson(request));
            const worker = workerOfToken(token);
            if (!worker) return reply.code(401).send({ message: 'The token is invalid or has expired' });
            try {
              return { event_type: 'response', payload: answer(deps, worker, wrapped) };
            } catch (error) {
              if (error instanceof UnknownBridgeParameter) {
                deps.unhandled.record({ ...targetOf(wrapped), reason: 'unknown-field', detail: error.parameter });
              }
              if (error instanceof BridgeRefusal || error instanceof TwilioRestError) {
                return reply.code(error.status).send({ message: error.message });
              }
              throw error;
            }
          });
        },
      });
    },
    handleSocket(socket, request) {
      const query = new URL(request.url ?? '/', 'ws://event-bridge').searchParams;
      const token = query.get('token') ?? '';
      const worker = workerOfToken(token);
      if (!worker) return socket.close(policyViolation, 'The token is invalid or has expired');
      const own = sockets.get(worker.sid) ?? new Set<WebSocket>();
      sockets.set(worker.sid, own);
      if (query.get('closeExistingSessions') === 'true') for (const other of own) other.close();
      own.add(socket);
      const heartbeat = setInterval(() => socket.send(' '), heartbeatMs);
      heartbeat.unref();
      socket.on('close', () => {
        clearInterval(heartbeat);
        own.delete(socket);
      });
      socket.send(
        JSON.stringify({
          event_type: 'init',
          payload: {
            channel_id: worker.sid,
            account_sid: taskRouter.workspace.accountSid,
            workspace_sid: taskRouter.workspace.workspaceSid,
            token_lifetime: deps.lifetimeOfToken(token),
          },
        }),
      );
    },
  };
}

function readWrappedRequest(body: unknown): BridgeRequest & { token: unknown } {
  const { url, method, params, token } = (body ?? {}) as Record<string, unknown>;
  if (typeof url !== 'string' || (method !== 'GET' && method !== 'POST')) {
    throw new TwilioRestError(400, 20001, 'A request needs a url and a method');
  }
  return { url, method, params: (params ?? {}) as Record<string, unknown>, token };
}

function answer(deps: EventBridgeDeps, worker: Worker, request: BridgeRequest): unknown {
  const payload = answerTaskRouterRequest(deps, worker, request) ?? deps.answerOther(worker, request);
  if (payload !== undefined) {
    countWireCall(deps.unhandled, 'event-bridge', request.method, request.url);
    return payload;
  }
  deps.unhandled.record({ ...targetOf(request), reason: 'unknown-route' });
  throw new BridgeRefusal(404, `The emulator knows no ${request.method} ${request.url}`);
}

function targetOf({ method, url }: BridgeRequest) {
  return { method, target: `event-bridge.twilio.com: ${url}` };
}

function payloadOf(taskRouter: TaskRouter, event: TaskRouterEvent, now: Date): unknown {
  if (event.reservation) return bridgeReservation(taskRouter.workspace, event.reservation, now);
  if (event.task) return bridgeTask(taskRouter.workspace, event.task, now);
  return event.worker && bridgeWorker(taskRouter.workspace, event.worker);
}

/** An event of a reservation or worker goes to that worker, one of a task to those who have it. */
function concernedWorkers(event: TaskRouterEvent): readonly Worker[] {
  if (event.worker) return [event.worker];
  return [...new Set(event.task?.reservations.map(({ worker }) => worker) ?? [])];
}
