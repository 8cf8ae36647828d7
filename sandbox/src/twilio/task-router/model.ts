/** Where a task is in its life. https://www.twilio.com/docs/taskrouter/lifecycle-task-state */
export type AssignmentStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

/** https://www.twilio.com/docs/taskrouter/api/reservations */
export type ReservationStatus =
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'timeout'
  | 'canceled'
  | 'rescinded'
  | 'wrapping'
  | 'completed';

export interface Activity {
  sid: string;
  friendlyName: string;
  available: boolean;
}

export interface Worker {
  sid: string;
  /** The Flex identity, by which Conversations and tokens know the agent. */
  identity: string;
  friendlyName: string;
  /** JSON. */
  attributes: string;
  activity: Activity;
  /** SID of the worker's channel for messaging. */
  channelSid: string;
  /** Tasks that the worker takes at once on that channel. */
  capacity: number;
  dateCreated: Date;
  dateUpdated: Date;
  dateStatusChanged: Date;
  lastReservedAt: Date | null;
  version: number;
  /** Reservations that use up capacity: pending, accepted or wrapping. */
  occupying: Set<Reservation>;
}

export interface Task {
  sid: string;
  /** JSON. */
  attributes: string;
  assignmentStatus: AssignmentStatus;
  priority: number;
  /** Why it was completed or cancelled. */
  reason: string | null;
  /** Seconds until an unassigned task is cancelled. */
  timeout: number;
  dateCreated: Date;
  dateUpdated: Date;
  version: number;
  /** When it was completed or cancelled; TaskRouter forgets it five minutes later. */
  endedAt: Date | null;
  /** The one worker whom it is offered to; null: anybody. */
  onlyWorkerSid: string | null;
  /** Oldest first. */
  reservations: Reservation[];
}

export interface Reservation {
  sid: string;
  task: Task;
  worker: Worker;
  status: ReservationStatus;
  dateCreated: Date;
  dateUpdated: Date;
  version: number;
}

export type TaskRouterEventType =
  | `reservation.${'created' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapup' | 'completed'}`
  | `task.${'created' | 'updated' | 'wrapup' | 'completed' | 'canceled' | 'deleted'}`
  | 'workflow.timeout'
  | 'worker.activity.update'
  | 'worker.attributes.update';

/** What happened. The subjects are live objects: a listener takes what it needs at once. */
export interface TaskRouterEvent {
  sid: string;
  type: TaskRouterEventType;
  at: Date;
  task?: Task;
  reservation?: Reservation;
  worker?: Worker;
}
