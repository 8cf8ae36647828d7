import { newSid } from '../rest/new-sid';
import type { Reservation, Task, Worker } from './model';
import type { TaskRouterState } from './task-router-state';

/** Reserves every waiting task for a worker, as far as workers are available and have capacity left. */
export function offerTasks(state: TaskRouterState, onTimeout: (reservation: Reservation) => void): void {
  const waiting = [...state.waiting].sort((a, b) => b.priority - a.priority);
  for (const task of waiting) {
    const worker = chooseWorker(state, task);
    if (worker) reserve(state, task, worker, onTimeout);
  }
}

/**
 * Who is asked next: those who have not refused this task go first, then those with the least to do, then those
 * who have waited longest. A task that everybody refused is offered again, as TaskRouter does.
 */
function chooseWorker(state: TaskRouterState, task: Task): Worker | undefined {
  const refusals = (worker: Worker) => task.reservations.filter((reservation) => reservation.worker === worker).length;
  const idleSince = (worker: Worker) => (worker.lastReservedAt ?? worker.dateStatusChanged).getTime();
  return [...state.workers.values()]
    .filter((worker) => task.onlyWorkerSid === null || worker.sid === task.onlyWorkerSid)
    .filter((worker) => worker.activity.available && worker.occupying.size < worker.capacity)
    .sort((a, b) => refusals(a) - refusals(b) || a.occupying.size - b.occupying.size || idleSince(a) - idleSince(b))[0];
}

function reserve(
  state: TaskRouterState,
  task: Task,
  worker: Worker,
  onTimeout: (reservation: Reservation) => void,
): void {
  const now = state.clock.now();
  const reservation: Reservation = {
    sid: newSid('WR'),
    task,
    worker,
    status: 'pending',
    dateCreated: now,
    dateUpdated: now,
    version: 0,
  };
  state.reservations.set(reservation.sid, reservation);
  task.reservations.push(reservation);
  worker.occupying.add(reservation);
  worker.lastReservedAt = now;
  state.changeTask(task, { assignmentStatus: 'reserved' });
  state.startTimer(reservation.sid, state.workspace.reservationTimeout, () => onTimeout(reservation));
  state.publish('reservation.created', { task, reservation, worker });
}
