import { invalidParameter } from '../rest/twilio-rest-error';
import { type ConversationMedium, conversationMedia, type Interaction } from './model';

/** What a valid request to create an interaction asks for. */
export interface InteractionRequest extends InviteRouting {
  medium: ConversationMedium;
  initiatedBy: Interaction['initiatedBy'];
  conversationSid: string;
}

/** How an agent is to be found. */
export interface InviteRouting {
  taskAttributes: Readonly<Record<string, unknown>>;
  priority: number;
  /** Seconds. */
  timeout?: number;
  workspaceSid: string;
  workflowSid: string;
  taskChannelUniqueName: string;
  /** The one worker who is asked; absent: whoever the workflow finds. */
  workerSid?: string;
  /** A queue that this worker is in. */
  queueSid?: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the `Channel` and `Routing` of POST /v1/Interactions, both JSON.
 * https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interactions
 * @throws TwilioRestError saying what is missing, wrong or unknown.
 */
export function readInteractionRequest(channelJson: string, routingJson: string): InteractionRequest {
  const channel = readObject('Channel', channelJson, ['type', 'initiated_by', 'properties', 'participants']);
  const medium = conversationMedia.find((known) => known === channel.type);
  if (!medium) throw invalidParameter(`Channel.type must be one of ${conversationMedia.join(', ')}`);
  if (channel.initiated_by !== 'customer' && channel.initiated_by !== 'api') {
    throw invalidParameter('Channel.initiated_by must be "customer" or "api"');
  }
  const media = readObject('Channel.properties', channel.properties, ['media_channel_sid', 'type']);

  return {
    medium,
    initiatedBy: channel.initiated_by,
    conversationSid: requireText('Channel.properties.media_channel_sid', media.media_channel_sid),
    ...readRouting(routingJson),
  };
}

/**
 * Reads the `Routing` of an interaction or an invite.
 * https://www.twilio.com/docs/flex/developer/conversations/interactions-api/invites-subresource
 * @throws TwilioRestError saying what is missing, wrong or unknown.
 */
export function readRouting(routingJson: string): InviteRouting {
  const routing = readObject('Routing', routingJson, ['type', 'properties']);
  const properties = readObject('Routing.properties', routing.properties, [
    'workspace_sid',
    'workflow_sid',
    'task_channel_unique_name',
    'attributes',
    'priority',
    'timeout',
    'worker_sid',
    'queue_sid',
  ]);
  const { worker_sid: workerSid, queue_sid: queueSid } = properties;
  if ((workerSid === undefined) !== (queueSid === undefined)) {
    throw invalidParameter('Routing.properties.worker_sid and queue_sid are required together');
  }
  return {
    ...(workerSid !== undefined && {
      workerSid: requireText('Routing.properties.worker_sid', workerSid),
      queueSid: requireText('Routing.properties.queue_sid', queueSid),
    }),
    taskAttributes: readObject('Routing.properties.attributes', properties.attributes ?? {}),
    priority: Number(properties.priority ?? 0),
    ...(properties.timeout !== undefined && { timeout: Number(properties.timeout) }),
    workspaceSid: requireText('Routing.properties.workspace_sid', properties.workspace_sid),
    workflowSid: requireText('Routing.properties.workflow_sid', properties.workflow_sid),
    taskChannelUniqueName: requireText(
      'Routing.properties.task_channel_unique_name',
      properties.task_channel_unique_name,
    ),
  };
}

function readObject(name: string, value: unknown, known?: readonly string[]): Json {
  const object = typeof value === 'string' ? parse(name, value) : value;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw invalidParameter(`${name} must be a JSON object`);
  }
  const unknown = known && Object.keys(object).find((key) => !known.includes(key));
  if (unknown) throw invalidParameter(`${name} has an unknown property ${unknown}`);
  return object as Json;
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(`${name} is not valid JSON`);
  }
}

function requireText(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} is required`);
  return value;
}
