import { world } from '../world';
import { addMessage } from './conversations/commands/add-message';
import { addParticipant } from './conversations/commands/add-participant';
import { createConversation } from './conversations/commands/create-conversation';
import type { Conversations } from './conversations/create-conversations';
import type { TwilioRouting } from './create-twilio-routing';
import type { ConversationMedium } from './interactions/model';

/** Somebody comes to the contact centre by another channel than Discord. */
export interface Customer {
  /** A medium with messages, or 'voice' for a call, whose task has no conversation. */
  channel: ConversationMedium | 'voice';
  /** A phone number, an e-mail address. */
  address: string;
  name: string;
  /** What the customer writes; nothing in a call. */
  message?: string;
}

/** What Twilio's own channels do with a customer: the conversation and its Interaction, or the task of a call. */
export function bringCustomer(
  { conversations, routing }: { conversations: Conversations; routing: TwilioRouting },
  { channel, address, name, message = 'Hello' }: Customer,
): void {
  const attributes = { channelType: channel, name, from: address, customerName: name, customerAddress: address };
  if (channel === 'voice') {
    routing.taskRouter.createTask({ attributes: JSON.stringify(attributes) });
    return;
  }
  const { context } = conversations;
  const origin = { source: 'API', firesWebhooks: true } as const;
  const conversation = createConversation(context, { friendlyName: name, origin });
  const identity = `${channel}_${address.replace(/\W/g, '')}`;
  addParticipant(context, { conversation, identity, origin });
  conversations.port.setUserFriendlyName(identity, name);
  addMessage(context, { conversation, author: identity, body: message, origin });
  routing.interactions.create({
    medium: channel,
    initiatedBy: 'customer',
    conversationSid: conversation.sid,
    taskAttributes: attributes,
    priority: 0,
    workspaceSid: world.twilio.workspaceSid,
    workflowSid: world.twilio.workflow.sid,
    taskChannelUniqueName: world.twilio.taskChannel.uniqueName,
  });
}
