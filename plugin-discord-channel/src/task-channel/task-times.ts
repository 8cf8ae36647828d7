/** As much of Flex's `ITask` as tells when what happened. */
export interface TimedTask {
  status?: unknown;
  dateCreated?: unknown;
  /** For the agent's own task: when its reservation changed last. */
  dateUpdated?: unknown;
  /** TaskRouter's own task. Flex's `dateCreated` is that of the reservation, which is younger. */
  source?: { dateCreated?: unknown };
}

/** Since when the player waits, and since when the task is this agent's. In milliseconds since 1970. */
export interface TaskTimes {
  created?: number;
  accepted?: number;
}

/** Reads the times of a task; a time that makes no sense is not told. */
export function timesOfTask(task: TimedTask | null | undefined): TaskTimes {
  return {
    created: momentOf(task?.source?.dateCreated) ?? momentOf(task?.dateCreated),
    accepted: isAccepted(task) ? momentOf(task?.dateUpdated) : undefined,
  };
}

/** True while no agent has accepted the task: the player waits. */
export function isWaiting(task: TimedTask | null | undefined): boolean {
  return task?.status === 'pending' || task?.status === 'reserved';
}

function isAccepted(task: TimedTask | null | undefined): boolean {
  return task?.status === 'accepted' || task?.status === 'assigned';
}

function momentOf(value: unknown): number | undefined {
  if (!(value instanceof Date) && typeof value !== 'string') return undefined;
  const moment = new Date(value).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}
