import type { TaskLike } from './is-discord-task';

/** The player of a Discord task, as its attributes tell. */
export interface TaskPlayer {
  userId?: string;
  displayName: string;
  username?: string;
  avatarUrl: string | null;
  guildName?: string;
  locale?: string;
}

/** Reads the player of a task. Anybody may have written the attributes: only text counts, and none of it without end. */
export function playerOfTask(task: TaskLike | null | undefined): TaskPlayer | undefined {
  const attributes = task?.attributes ?? task?.source?.attributes;
  const discord = field(attributes, 'discord');
  const displayName = textOf(discord, 'displayName') ?? textOf(attributes, 'customerName');
  if (displayName === undefined) return undefined;
  return {
    displayName,
    userId: textOf(discord, 'userId'),
    username: textOf(discord, 'username'),
    avatarUrl: textOf(discord, 'avatarUrl') ?? null,
    guildName: textOf(discord, 'guildName'),
    locale: textOf(discord, 'locale'),
  };
}

function textOf(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found.slice(0, 300) : undefined;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
