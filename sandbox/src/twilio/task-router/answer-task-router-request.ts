import type { Clock } from '../../clock';
import {
  bridgeActivity,
  bridgeChannel,
  bridgeReservation,
  bridgeTask,
  bridgeTaskQueue,
  bridgeWorker,
} from './bridge-json';
import { BridgeRefusal, type BridgeRequest, onlyKnownParameters } from './bridge-refusal';
import type { Reservation, Worker } from './model';
import type { TaskRouter } from './task-router';

export interface TaskRouterRequestDeps {
  taskRouter: TaskRouter;
  clock: Clock;
}

/**
 * Answers what the client library `twilio-taskrouter` 2.1 asks on behalf of one worker.
 * @returns the payload, or undefined when this is no request of TaskRouter's.
 * @throws BridgeRefusal for a resource that is not there or is another worker's, and for an unknown parameter.
 */
export function answerTaskRouterRequest(
  { taskRouter, clock }: TaskRouterRequestDeps,
  worker: Worker,
  request: BridgeRequest,
): unknown {
  const { workspace } = taskRouter;
  const prefix = `Workspaces/${workspace.workspaceSid}/`;
  if (!request.url.startsWith(prefix)) return undefined;
  const [collection, sid, ...rest] = request.url.slice(prefix.length).split('/');
  // Colleagues can be read, which is how Flex UI names those who were transferred to; no more than that.
  const isColleague = collection === 'Workers' && sid !== worker.sid;
  if (isColleague && (request.method !== 'GET' || rest.length > 0)) {
    throw new BridgeRefusal(403, 'That worker is another agent.');
  }

  switch (`${request.method} ${[collection, ...(sid ? ['*'] : []), ...rest.map(namesOnly)].join('/')}`) {
    case 'GET Activities':
      return page(workspace.activities.map((activity) => bridgeActivity(workspace, activity, worker.dateCreated)));
    case 'GET Workers/*':
      return bridgeWorker(workspace, workerOf(taskRouter, sid));
    case 'GET TaskQueues/*':
      if (sid !== workspace.taskQueue.sid) throw new BridgeRefusal(404, `Task queue ${sid} was not found`);
      return bridgeTaskQueue(workspace, worker.dateCreated);
    case 'POST Workers/*':
      changeWorker(taskRouter, worker, request.params);
      return bridgeWorker(workspace, worker);
    case 'GET Workers/*/WorkerChannels':
      return page([bridgeChannel(workspace, worker)]);
    case 'GET Workers/*/Reservations':
      return page([...worker.occupying].map((reservation) => bridgeReservation(workspace, reservation, clock.now())));
    case 'GET Workers/*/Transfers':
      return page([]);
    case 'GET Workers/*/Reservations/*':
      return bridgeReservation(workspace, reservationOf(taskRouter, worker, rest[1]), clock.now());
    case 'POST Workers/*/Reservations/*': {
      const reservation = reservationOf(taskRouter, worker, rest[1]);
      changeReservation(taskRouter, reservation, request.params);
      return bridgeReservation(workspace, reservation, clock.now());
    }
    case 'GET Tasks/*':
      return bridgeTask(workspace, taskOf(taskRouter, sid), clock.now());
    case 'POST Tasks/*': {
      const task = taskOf(taskRouter, sid);
      onlyKnownParameters(request.params, ['Attributes']);
      taskRouter.updateTask(task, { attributes: attributesText(request.params.Attributes) });
      return bridgeTask(workspace, task, clock.now());
    }
    default:
      return undefined;
  }
}

const namesOnly = (segment: string) => (/^[A-Z]{2}[0-9a-f]{32}$/.test(segment) ? '*' : segment);

const page = (contents: readonly unknown[]) => ({ contents, after_sid: null, total: contents.length });

function changeWorker(taskRouter: TaskRouter, worker: Worker, params: BridgeRequest['params']): void {
  onlyKnownParameters(params, ['ActivitySid', 'Attributes', 'RejectPendingReservations']);
  if (params.Attributes !== undefined) taskRouter.changeWorkerAttributes(worker, attributesText(params.Attributes));
  if (params.ActivitySid === undefined) return;
  const activity = taskRouter.workspace.activities.find(({ sid }) => sid === params.ActivitySid);
  if (!activity) throw new BridgeRefusal(400, `Invalid ActivitySid ${String(params.ActivitySid)}`);
  taskRouter.changeActivity(worker, activity, {
    rejectPendingReservations: String(params.RejectPendingReservations) === 'true',
  });
}

const reservationVerbs: Readonly<Record<string, 'accept' | 'reject' | 'wrapUp' | 'complete'>> = {
  accepted: 'accept',
  rejected: 'reject',
  wrapping: 'wrapUp',
  completed: 'complete',
};

function changeReservation(taskRouter: TaskRouter, reservation: Reservation, params: BridgeRequest['params']): void {
  onlyKnownParameters(params, ['ReservationStatus']);
  const verb = reservationVerbs[String(params.ReservationStatus)];
  if (!verb) throw new BridgeRefusal(400, `Invalid ReservationStatus ${String(params.ReservationStatus)}`);
  taskRouter[verb](reservation);
}

function reservationOf(taskRouter: TaskRouter, worker: Worker, sid: string | undefined): Reservation {
  const reservation = taskRouter.reservation(sid ?? '');
  if (reservation?.worker !== worker) throw new BridgeRefusal(404, `Reservation ${sid} was not found`);
  return reservation;
}

function workerOf(taskRouter: TaskRouter, sid: string | undefined): Worker {
  const worker = taskRouter.worker(sid ?? '');
  if (!worker) throw new BridgeRefusal(404, `Worker ${sid} was not found`);
  return worker;
}

function taskOf(taskRouter: TaskRouter, sid: string | undefined) {
  const task = taskRouter.task(sid ?? '');
  if (!task) throw new BridgeRefusal(404, `Task ${sid} was not found`);
  return task;
}

function attributesText(attributes: unknown): string {
  const text = typeof attributes === 'string' ? attributes : JSON.stringify(attributes);
  try {
    JSON.parse(text);
  } catch {
    throw new BridgeRefusal(400, 'Attributes must be valid JSON');
  }
  return text;
}
