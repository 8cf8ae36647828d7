import type { StudioTrigger } from '../ports';

export interface ExecutionStep {
  widget: string;
  type: string;
  /** The event the widget was left by; undefined while it runs. */
  event?: string;
  startedAt: Date;
}

/** One run of a flow for one conversation. */
export interface Execution {
  /** FN... */
  sid: string;
  flowSid: string;
  conversationSid: string;
  status: 'active' | 'ended';
  steps: ExecutionStep[];
  /** Why it was stopped, when it did not come to its end. */
  error: string | null;
  variables: ExecutionVariables;
}

/** What templates can name. https://www.twilio.com/docs/studio/user-guide/get-started#context-variables */
export interface ExecutionVariables {
  trigger: { conversation: Readonly<Record<string, unknown>> };
  flow: { sid: string; flow_sid: string; channel: { address: string }; variables: Record<string, string> };
  contact: { channel: { address: string } };
  widgets: Record<string, unknown>;
}

/** The variables that a message in a conversation starts a flow with. */
export function variablesOfTrigger(
  { flowSid, conversation, message, source }: StudioTrigger,
  { executionSid, accountSid }: { executionSid: string; accountSid: string },
): ExecutionVariables {
  return {
    trigger: {
      conversation: {
        AccountSid: accountSid,
        Author: message.author,
        Body: message.body ?? '',
        ChannelAttributes: parseObject(conversation.attributes),
        ChannelSid: conversation.sid,
        ConversationSid: conversation.sid,
        DateCreated: message.dateCreated,
        From: message.author,
        MessageSid: message.sid,
        Source: source,
      },
    },
    flow: { sid: executionSid, flow_sid: flowSid, channel: { address: conversation.sid }, variables: {} },
    contact: { channel: { address: message.author } },
    widgets: {},
  };
}

function parseObject(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
