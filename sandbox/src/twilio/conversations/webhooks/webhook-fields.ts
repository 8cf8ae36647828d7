import type { MessageMedia } from '../../ports';
import type { ConversationChange } from '../changes';
import type { Conversation, Message, Participant, WebhookEvent } from '../records';

export interface AccountSids {
  accountSid: string;
  chatServiceSid: string;
}

export interface WebhookCall {
  event: WebhookEvent;
  fields: Record<string, string>;
}

/**
 * What a scoped webhook is told of a change, field by field as documented; undefined for a change without such a
 * webhook.
 * https://www.twilio.com/docs/conversations/conversations-webhooks
 */
export function webhookCall(change: ConversationChange, account: AccountSids): WebhookCall | undefined {
  const specific = specificFields(change);
  if (!specific) return undefined;
  const { origin } = change;
  return {
    event: specific.event,
    fields: present({
      AccountSid: account.accountSid,
      ChatServiceSid: account.chatServiceSid,
      EventType: specific.event,
      Source: origin.source,
      ClientIdentity: origin.source === 'SDK' ? origin.clientIdentity : undefined,
      RetryCount: '0',
      ConversationSid: change.conversation.sid,
      ...specific.fields,
    }),
  };
}

type Fields = Record<string, string | null | undefined>;

function specificFields(change: ConversationChange): { event: WebhookEvent; fields: Fields } | undefined {
  switch (change.kind) {
    case 'message-added':
      return { event: 'onMessageAdded', fields: messageFields(change.message) };
    case 'message-updated':
      return {
        event: 'onMessageUpdated',
        fields: { ...messageFields(change.message), DateUpdated: change.message.dateUpdated },
      };
    case 'message-removed':
      return { event: 'onMessageRemoved', fields: { ...messageFields(change.message), DateRemoved: change.at } };
    case 'participant-added':
      return { event: 'onParticipantAdded', fields: participantFields(change.participant) };
    case 'participant-updated':
      return {
        event: 'onParticipantUpdated',
        fields: { ...participantFields(change.participant), DateUpdated: change.participant.dateUpdated },
      };
    case 'participant-removed':
      return {
        event: 'onParticipantRemoved',
        fields: { ...participantFields(change.participant), DateRemoved: change.participant.dateUpdated },
      };
    case 'conversation-updated':
      return { event: 'onConversationUpdated', fields: conversationFields(change.conversation) };
    case 'state-changed':
      return {
        event: 'onConversationStateUpdated',
        fields: {
          StateFrom: change.from,
          StateTo: change.to,
          StateUpdated: change.conversation.stateUpdated,
          Reason: change.reason,
        },
      };
    // A webhook scoped to a conversation cannot exist before the conversation does.
    case 'conversation-added':
      return undefined;
  }
}

function messageFields(message: Message): Fields {
  return {
    MessageSid: message.sid,
    Index: String(message.index),
    DateCreated: message.dateCreated,
    Body: message.body,
    Author: message.author,
    ParticipantSid: message.participantSid,
    Attributes: message.attributes,
    Media: message.media.length > 0 ? JSON.stringify(message.media.map(mediaFields)) : undefined,
  };
}

function mediaFields({ sid, filename, contentType, size }: MessageMedia) {
  return { Sid: sid, Filename: filename, ContentType: contentType, Size: size };
}

function participantFields(participant: Participant): Fields {
  return {
    ParticipantSid: participant.sid,
    Identity: participant.identity,
    RoleSid: participant.roleSid,
    Attributes: participant.attributes,
    DateCreated: participant.dateCreated,
  };
}

function conversationFields(conversation: Conversation): Fields {
  return {
    FriendlyName: conversation.friendlyName,
    UniqueName: conversation.uniqueName,
    Attributes: conversation.attributes,
    State: conversation.state,
    DateCreated: conversation.dateCreated,
    DateUpdated: conversation.dateUpdated,
  };
}

/** A field without a value is left out of the form. */
function present(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
