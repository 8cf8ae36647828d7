import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import type { InviteRouting } from '../read-interaction-request';
import type { InteractionsContext } from './context';

/** @throws TwilioRestError when the workspace, the workflow, the task channel, the queue or the worker is not there. */
export function requireRouting({ taskRouter }: InteractionsContext, routing: InviteRouting): void {
  const { workspace } = taskRouter;
  if (routing.workspaceSid !== workspace.workspaceSid) throw notFound(`/Workspaces/${routing.workspaceSid}`);
  if (routing.workflowSid !== workspace.workflow.sid) throw notFound(`/Workflows/${routing.workflowSid}`);
  if (routing.taskChannelUniqueName !== workspace.taskChannel.uniqueName) {
    throw invalidParameter(`There is no task channel ${routing.taskChannelUniqueName}`);
  }
  if (routing.workerSid === undefined) return;
  if (routing.queueSid !== workspace.taskQueue.sid) throw notFound(`/TaskQueues/${routing.queueSid}`);
  if (!taskRouter.worker(routing.workerSid)) throw notFound(`/Workers/${routing.workerSid}`);
}
