import type { Activity, Reservation, Task, TaskRouterEvent, Worker } from './model';
import type { Workspace } from './task-router-state';

export interface NewTask {
  /** Known before the task exists where the caller has promised it to somebody. */
  sid?: string;
  /** JSON. */
  attributes: string;
  priority?: number;
  /** Seconds; TaskRouter's default is a day. */
  timeout?: number;
  /** A task that is meant for one worker: it is cancelled when that one refuses it. */
  onlyWorkerSid?: string;
}

/** TaskRouter's verbs. Each refuses, with Twilio's error, what the real service would refuse. */
export interface TaskRouter {
  readonly workspace: Workspace;
  worker(sid: string): Worker | undefined;
  workerOfIdentity(identity: string): Worker | undefined;
  /** Tasks that TaskRouter still knows: an ended one is forgotten five minutes later. */
  tasks(): readonly Task[];
  task(sid: string): Task | undefined;
  reservation(sid: string): Reservation | undefined;
  reservations(): readonly Reservation[];
  createTask(task: NewTask): Task;
  updateTask(task: Task, change: { attributes?: string; priority?: number }): void;
  cancelTask(task: Task, reason: string): void;
  /** The workflow's own time-out: nobody took the task in time. */
  timeOutWorkflow(task: Task): void;
  /** The agent's time to accept is over, now. */
  timeOutReservation(reservation: Reservation): void;
  deleteTask(task: Task): void;
  accept(reservation: Reservation): void;
  reject(reservation: Reservation): void;
  wrapUp(reservation: Reservation): void;
  complete(reservation: Reservation, reason?: string): void;
  changeActivity(worker: Worker, activity: Activity, options?: { rejectPendingReservations?: boolean }): void;
  changeWorkerAttributes(worker: Worker, attributes: string): void;
  onEvent(listener: (event: TaskRouterEvent) => void): void;
  reset(): void;
}
