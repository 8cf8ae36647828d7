import type { CaseTask } from '@discord-channel/contracts';
import { isDiscordTask } from '../../task-channel/is-discord-task';
import { caseTaskOf, lineOf, type NamedTask } from '../case-task';

/** What a task tells of its customer. */
export interface TaskPrefill {
  task: CaseTask;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const isPhone = (text: string) => /^\+?[0-9 ()./-]{5,40}$/.test(text);

/**
 * What the form of a new case begins with when the current task is used. Flex puts e-mail and phone of a customer into
 * `customers`, by https://www.twilio.com/docs/flex/developer/insights/enhance-integration; else the address tells one.
 * @returns undefined when there is no task to use
 */
export function prefillOf(task: NamedTask | null | undefined): TaskPrefill | undefined {
  const own = task && caseTaskOf(task);
  if (!task || !own) return undefined;
  const customer: NamedTask = { attributes: (task.attributes as { customers?: unknown } | null)?.customers };
  const address = own.address ?? '';
  // The name of a player on Discord is no first and last name: the contact has it in its own place.
  const name = isDiscordTask(task) || !own.name || isEmail(own.name) || isPhone(own.name) ? '' : own.name;
  const [firstName = '', ...others] = name.split(/\s+/);
  return {
    task: own,
    firstName,
    lastName: others.join(' '),
    email: lineOf(customer, 'email') ?? (isEmail(address) ? address : ''),
    phone: lineOf(customer, 'phone') ?? (isPhone(address) ? address : ''),
  };
}
