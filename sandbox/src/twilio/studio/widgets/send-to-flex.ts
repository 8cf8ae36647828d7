import { TwilioRestError } from '../../rest/twilio-rest-error';
import type { Widget } from './widget';

/** Longer attributes make the widget fail. */
const maxAttributesLength = 1_024;
const defaultTimeoutSeconds = 3_600;

/**
 * Hands the conversation over: creates an Interaction. `callComplete`, labelled "task created" in Studio's editor,
 * says that the wish was accepted, not that anybody took the task.
 * https://www.twilio.com/docs/studio/widget-library/send-flex
 */
export const sendToFlex: Widget = ({ state, execution, render }, { interactions, taskRouter }) => {
  const { workflow, channel, attributes, priority, timeout } = state.properties;
  const json = render(attributes);
  if (json.length > maxAttributesLength) {
    return failed(`The attributes have ${json.length} characters, ${maxAttributesLength} are allowed`);
  }
  const taskAttributes = parseObject(json);
  if (!taskAttributes) return failed('The attributes are no JSON object');
  const { workspace } = taskRouter;
  if (render(channel) !== workspace.taskChannel.sid) return failed(`There is no task channel ${render(channel)}`);
  try {
    interactions.create({
      medium: 'web',
      initiatedBy: 'customer',
      conversationSid: execution.conversationSid,
      taskAttributes,
      priority: Number(render(priority ?? '0') || 0),
      timeout: Number(render(timeout ?? '') || defaultTimeoutSeconds),
      workspaceSid: workspace.workspaceSid,
      workflowSid: render(workflow),
      taskChannelUniqueName: workspace.taskChannel.uniqueName,
    });
    return { event: 'callComplete' };
  } catch (error) {
    if (error instanceof TwilioRestError) return failed(error.message);
    throw error;
  }
};

const failed = (problem: string) => ({ event: 'failedToEnqueue', problem });

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
