/** As much of a task as tells its channel: Flex's `ITask`, or what wraps it in the supervisors' views. */
export interface TaskLike {
  attributes?: unknown;
  source?: { attributes?: unknown };
}

/**
 * True for a task that came from Discord. Flex asks this for every task of every channel, sometimes without one (a
 * conversation whose task is gone), so nothing here may throw.
 */
export function isDiscordTask(task: TaskLike | null | undefined): boolean {
  return [task?.attributes, task?.source?.attributes].some(
    (attributes) =>
      typeof attributes === 'object' &&
      attributes !== null &&
      (attributes as { channelType?: unknown }).channelType === 'discord',
  );
}
