import type { GetCaseRequest } from '@discord-channel/contracts';
import type { TaskLike } from '../task-channel/is-discord-task';

/**
 * How to ask for the case of a task: by the case's id where the task knows it, else by its conversation. Works for
 * tasks of every channel; attributes may hold anything.
 * @returns undefined when the task has neither, and so can have no case
 */
export function caseReference(task: TaskLike): GetCaseRequest | undefined {
  const attributes = fields(task.attributes);
  const caseId = fields(attributes.case).id;
  if (typeof caseId === 'string' && /^[0-9a-f-]{36}$/i.test(caseId)) return { caseId };
  const { conversationSid } = attributes;
  if (typeof conversationSid === 'string' && /^CH[0-9a-f]{32}$/.test(conversationSid)) return { conversationSid };
  return undefined;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
