import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import type { InviteRouting } from '../read-interaction-request';
import type { InteractionsContext } from './context';

/** @throws TwilioRestError when the workspace, the workflow or the task channel is not there. */
export function requireRouting({ taskRouter: { workspace } }: InteractionsContext, routing: InviteRouting): void {
  if (routing.workspaceSid !== workspace.workspaceSid) throw notFound(`/Workspaces/${routing.workspaceSid}`);
  if (routing.workflowSid !== workspace.workflow.sid) throw notFound(`/Workflows/${routing.workflowSid}`);
  if (routing.taskChannelUniqueName !== workspace.taskChannel.uniqueName) {
    throw invalidParameter(`There is no task channel ${routing.taskChannelUniqueName}`);
  }
}
