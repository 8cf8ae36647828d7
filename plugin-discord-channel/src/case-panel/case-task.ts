import type { CaseTask } from '@discord-channel/contracts';
import { isDiscordTask, type TaskLike } from '../task-channel/is-discord-task';

/** As much of Flex's `ITask` as names the task itself. */
export interface NamedTask extends TaskLike {
  taskSid?: string;
  taskChannelUniqueName?: string;
}

/** The task whose case is shown. */
export interface OwnTask {
  task: NamedTask;
  /** It is kept with another case now, or with none. */
  onMoved: () => void;
}

/**
 * What a case is kept with of a task of any channel. Attributes may hold anything: only what names something counts.
 * @returns undefined for what is no task of TaskRouter's
 */
export function caseTaskOf(task: NamedTask): CaseTask | undefined {
  const { taskSid } = task;
  if (taskSid === undefined || !/^WT[0-9a-f]{32}$/.test(taskSid)) return undefined;
  const conversationSid = lineOf(task, 'conversationSid');
  const isDiscord = isDiscordTask(task);
  return {
    taskSid,
    conversationSid: conversationSid && /^CH[0-9a-f]{32}$/.test(conversationSid) ? conversationSid : null,
    channel: channelOf(task),
    // A Discord player is known by the conversation.
    address: isDiscord ? null : (lineOf(task, 'customerAddress') ?? lineOf(task, 'from') ?? null),
    name: lineOf(task, 'customerName') ?? lineOf(task, 'name') ?? null,
  };
}

function channelOf(task: NamedTask): string {
  const name = (lineOf(task, 'channelType') ?? task.taskChannelUniqueName ?? '').toLowerCase();
  return /^[a-z0-9_-]{1,40}$/.test(name) ? name : 'other';
}

/** A text among the attributes; undefined for anything else, and for nothing. */
export function lineOf({ attributes }: TaskLike, name: string): string | undefined {
  if (typeof attributes !== 'object' || attributes === null || !Object.hasOwn(attributes, name)) return undefined;
  const found = (attributes as Record<string, unknown>)[name];
  return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 200) : undefined;
}
