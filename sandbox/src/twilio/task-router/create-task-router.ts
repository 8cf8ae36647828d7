import type { Clock } from '../../clock';
import { newSid } from '../rest/new-sid';
import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';
import type { Activity, Reservation, ReservationStatus, Task, TaskRouterEvent, Worker } from './model';
import { offerTasks } from './offer-tasks';
import type { NewTask, TaskRouter } from './task-router';
import { TaskRouterState, type Workspace } from './task-router-state';

const forgetEndedTasksAfterMs = 5 * 60_000;
const defaultTaskTimeoutSeconds = 86_400;

/** The emulated TaskRouter of one Flex workspace: one queue, one workflow, every available agent may take every task. */
export function createTaskRouter({ workspace, clock }: { workspace: Workspace; clock: Clock }): TaskRouter {
  const state = new TaskRouterState(workspace, clock);
  const identities = new Map(workspace.agents.map(({ identity, workerSid }) => [identity, workerSid]));
  const isKnown = (task: Task) =>
    task.endedAt === null || clock.now().getTime() - task.endedAt.getTime() < forgetEndedTasksAfterMs;
  const knownTask = (sid: string) => {
    const task = state.tasks.get(sid);
    return task && isKnown(task) ? task : undefined;
  };
  const offer = () => offerTasks(state, timeOutReservation);

  function createTask({ sid = newSid('WT'), attributes, priority = 0, timeout, onlyWorkerSid }: NewTask): Task {
    const now = clock.now();
    const task: Task = {
      sid,
      attributes,
      assignmentStatus: 'pending',
      priority,
      reason: null,
      timeout: timeout ?? defaultTaskTimeoutSeconds,
      dateCreated: now,
      dateUpdated: now,
      version: 0,
      endedAt: null,
      onlyWorkerSid: onlyWorkerSid ?? null,
      reservations: [],
    };
    state.tasks.set(sid, task);
    state.waiting.add(task);
    state.startTimer(sid, task.timeout, () => cancelTask(task, 'Task TTL Exceeded'));
    state.publish('task.created', { task });
    offer();
    return task;
  }

  function move(reservation: Reservation, from: readonly ReservationStatus[], to: ReservationStatus): void {
    if (!from.includes(reservation.status)) {
      throw new TwilioRestError(
        409,
        20409,
        `Reservation ${reservation.sid} has status ${reservation.status} and cannot be set to ${to}`,
      );
    }
    state.changeReservation(reservation, to);
  }

  function tell(type: TaskRouterEvent['type'], reservation: Reservation): void {
    state.publish(type, { task: reservation.task, reservation, worker: reservation.worker });
  }

  function accept(reservation: Reservation): void {
    move(reservation, ['pending'], 'accepted');
    state.changeTask(reservation.task, { assignmentStatus: 'assigned' });
    state.stopTimer(reservation.task.sid);
    tell('reservation.accepted', reservation);
  }

  function reject(reservation: Reservation): void {
    move(reservation, ['pending'], 'rejected');
    state.changeTask(reservation.task, { assignmentStatus: 'pending' });
    tell('reservation.rejected', reservation);
    notAccepted(reservation);
  }

  function timeOutReservation(reservation: Reservation): void {
    move(reservation, ['pending'], 'timeout');
    state.changeTask(reservation.task, { assignmentStatus: 'pending' });
    tell('reservation.timeout', reservation);
    // The workspace's time-out activity: who does not answer is taken off the queue.
    setActivity(reservation.worker, workspace.activities[0]);
    notAccepted(reservation);
  }

  /** Offered again, unless it was meant for that worker alone. */
  function notAccepted({ task }: Reservation): void {
    if (task.onlyWorkerSid === null) offer();
    else cancelTask(task, 'The invited worker did not accept');
  }

  function wrapUp(reservation: Reservation): void {
    move(reservation, ['accepted'], 'wrapping');
    state.changeTask(reservation.task, { assignmentStatus: 'wrapping' });
    tell('reservation.wrapup', reservation);
    state.publish('task.wrapup', { task: reservation.task });
  }

  function complete(reservation: Reservation, reason = 'All reservations were completed'): void {
    move(reservation, ['accepted', 'wrapping'], 'completed');
    const { task } = reservation;
    tell('reservation.completed', reservation);
    if (!task.reservations.some(({ status }) => status === 'accepted' || status === 'wrapping')) {
      state.changeTask(task, { assignmentStatus: 'completed', reason });
      state.stopTimer(task.sid);
      state.publish('task.completed', { task });
    }
    offer();
  }

  function cancelTask(task: Task, reason: string): void {
    if (task.assignmentStatus !== 'pending' && task.assignmentStatus !== 'reserved') {
      throw invalidParameter(`Task ${task.sid} has status ${task.assignmentStatus} and cannot be canceled`);
    }
    const pending = task.reservations.filter(({ status }) => status === 'pending');
    for (const reservation of pending) state.changeReservation(reservation, 'canceled');
    state.changeTask(task, { assignmentStatus: 'canceled', reason });
    state.stopTimer(task.sid);
    for (const reservation of pending) tell('reservation.canceled', reservation);
    state.publish('task.canceled', { task });
    offer();
  }

  function setActivity(worker: Worker, activity: Activity): void {
    state.changeWorker(worker, { activity });
    state.publish('worker.activity.update', { worker });
  }

  return {
    workspace,
    worker: (sid) => state.workers.get(sid),
    workerOfIdentity: (identity) => state.workers.get(identities.get(identity) ?? ''),
    tasks: () => [...state.tasks.values()].filter(isKnown),
    task: knownTask,
    reservation: (sid) => state.reservations.get(sid),
    reservations: () => [...state.reservations.values()],
    createTask,
    updateTask(task, change) {
      state.changeTask(task, change);
      state.publish('task.updated', { task });
    },
    cancelTask,
    timeOutWorkflow(task) {
      state.publish('workflow.timeout', { task });
      cancelTask(task, 'Workflow timeout');
    },
    timeOutReservation,
    deleteTask(task) {
      if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved') cancelTask(task, 'Task deleted');
      for (const reservation of task.reservations) {
        if (reservation.worker.occupying.has(reservation)) state.changeReservation(reservation, 'canceled');
      }
      state.stopTimer(task.sid);
      state.waiting.delete(task);
      state.tasks.delete(task.sid);
      state.publish('task.deleted', { task });
      offer();
    },
    accept,
    reject,
    wrapUp,
    complete,
    changeActivity(worker, activity, { rejectPendingReservations = false } = {}) {
      const pending = [...worker.occupying].filter(({ status }) => status === 'pending');
      if (pending.length > 0 && !activity.available) {
        if (!rejectPendingReservations) {
          throw invalidParameter(
            `Worker ${worker.sid} cannot have its activity updated while it has ${pending.length} pending reservations.`,
          );
        }
        // First away, then refuse: otherwise the task would come straight back.
        setActivity(worker, activity);
        for (const reservation of pending) reject(reservation);
        return;
      }
      setActivity(worker, activity);
      offer();
    },
    changeWorkerAttributes(worker, attributes) {
      state.changeWorker(worker, { attributes });
      state.publish('worker.attributes.update', { worker });
    },
    onEvent: (listener) => state.onEvent(listener),
    reset: () => state.reset(),
  };
}
