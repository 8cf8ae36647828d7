import type { GetCaseRequest } from '@discord-channel/contracts';
import { caseTaskOf, type NamedTask } from './case-task';

/**
 * How to ask for the case of a task: by its conversation, else by the case that the task names, else by the task. Works
 * for tasks of every channel; attributes may hold anything.
 * @returns undefined when there is nothing to ask by
 */
export function caseReference(task: NamedTask): GetCaseRequest | undefined {
  const attributes = fields(task.attributes);
  const own = caseTaskOf(task);
  const taskSid = own?.taskSid;
  const { conversationSid } = attributes;
  if (typeof conversationSid === 'string' && /^CH[0-9a-f]{32}$/.test(conversationSid)) {
    return { conversationSid, ...(taskSid !== undefined && { taskSid }) };
  }
  const caseId = fields(attributes.case).id;
  if (typeof caseId === 'string' && /^[0-9a-f-]{36}$/i.test(caseId)) return { caseId };
  return taskSid === undefined ? undefined : { taskSid };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
