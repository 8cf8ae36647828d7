import type { Clock, Scheduled } from '../../clock';
import { newSid } from '../rest/new-sid';
import type {
  Activity,
  Reservation,
  ReservationStatus,
  Task,
  TaskRouterEvent,
  TaskRouterEventType,
  Worker,
} from './model';

export interface AgentSeed {
  workerSid: string;
  flexUserSid: string;
  identity: string;
  friendlyName: string;
  fullName: string;
  email: string;
  roles: readonly string[];
}

/** The Flex workspace as an account is born with it. */
export interface Workspace {
  accountSid: string;
  workspaceSid: string;
  workflow: { sid: string; friendlyName: string };
  taskQueue: { sid: string; friendlyName: string };
  taskChannel: { sid: string; uniqueName: string };
  /** The first one is where workers start, and where a worker goes who lets a reservation time out. */
  activities: readonly [Activity, ...Activity[]];
  agents: readonly AgentSeed[];
  /** Tasks an agent takes at once on the messaging channel. */
  capacity: number;
  /** Seconds an agent has to accept. */
  reservationTimeout: number;
}

const occupyingStatuses: ReadonlySet<ReservationStatus> = new Set(['pending', 'accepted', 'wrapping']);

/** Everything that TaskRouter remembers, and who is told when it changes. */
export class TaskRouterState {
  readonly workers = new Map<string, Worker>();
  readonly tasks = new Map<string, Task>();
  readonly reservations = new Map<string, Reservation>();
  /** Tasks that wait for a worker, in order of arrival. */
  readonly waiting = new Set<Task>();
  private readonly listeners: ((event: TaskRouterEvent) => void)[] = [];
  private readonly timers = new Map<string, Scheduled>();

  constructor(
    readonly workspace: Workspace,
    readonly clock: Clock,
  ) {
    this.reset();
  }

  /** Back to agents who are offline and no tasks. Listeners stay. */
  reset(): void {
    for (const timer of this.timers.values()) timer.cancel();
    for (const collection of [this.timers, this.workers, this.tasks, this.reservations, this.waiting]) {
      collection.clear();
    }
    for (const agent of this.workspace.agents) this.workers.set(agent.workerSid, this.newWorker(agent));
  }

  onEvent(listener: (event: TaskRouterEvent) => void): void {
    this.listeners.push(listener);
  }

  publish(type: TaskRouterEventType, subject: Pick<TaskRouterEvent, 'task' | 'reservation' | 'worker'>): void {
    const event = { sid: newSid('EV'), type, at: this.clock.now(), ...subject };
    for (const listener of this.listeners) listener(event);
  }

  /** Sets the one timer that a task or reservation may have. */
  startTimer(sid: string, afterSeconds: number, work: () => void): void {
    this.stopTimer(sid);
    this.timers.set(sid, this.clock.schedule(afterSeconds * 1_000, work));
  }

  stopTimer(sid: string): void {
    this.timers.get(sid)?.cancel();
    this.timers.delete(sid);
  }

  changeTask(task: Task, change: Partial<Pick<Task, 'attributes' | 'assignmentStatus' | 'priority' | 'reason'>>): void {
    Object.assign(task, change);
    task.version += 1;
    task.dateUpdated = this.clock.now();
    if (task.assignmentStatus === 'pending') this.waiting.add(task);
    else this.waiting.delete(task);
    if (task.assignmentStatus === 'completed' || task.assignmentStatus === 'canceled') {
      task.endedAt ??= this.clock.now();
    }
  }

  changeReservation(reservation: Reservation, status: ReservationStatus): void {
    reservation.status = status;
    reservation.version += 1;
    reservation.dateUpdated = this.clock.now();
    if (occupyingStatuses.has(status)) reservation.worker.occupying.add(reservation);
    else reservation.worker.occupying.delete(reservation);
    if (status !== 'pending') this.stopTimer(reservation.sid);
  }

  changeWorker(worker: Worker, change: Partial<Pick<Worker, 'attributes' | 'activity'>>): void {
    const now = this.clock.now();
    if (change.activity) worker.dateStatusChanged = now;
    Object.assign(worker, change);
    worker.version += 1;
    worker.dateUpdated = now;
  }

  private newWorker(agent: AgentSeed): Worker {
    const now = this.clock.now();
    return {
      sid: agent.workerSid,
      identity: agent.identity,
      friendlyName: agent.friendlyName,
      // What Flex puts on a worker when the agent first logs in.
      attributes: JSON.stringify({
        full_name: agent.fullName,
        email: agent.email,
        contact_uri: `client:${agent.identity}`,
        roles: agent.roles,
      }),
      activity: this.workspace.activities[0],
      channelSid: newSid('WC'),
      capacity: this.workspace.capacity,
      dateCreated: now,
      dateUpdated: now,
      dateStatusChanged: now,
      lastReservedAt: null,
      version: 0,
      occupying: new Set(),
    };
  }
}
