import type { ConversationChange } from '../changes';
import type { Message, Participant } from '../records';

export interface ConversationsEvent {
  type: string;
  payload: Record<string, unknown>;
}

/**
 * A post-action event as Event Streams carries it. Unlike webhooks these do not depend on who made the change.
 * https://www.twilio.com/docs/events/event-types/conversations/message and its neighbours
 */
export function eventStreamEvent(change: ConversationChange, accountSid: string): ConversationsEvent {
  const { conversation } = change;
  const common = { AccountSid: accountSid, ConversationSid: conversation.sid };
  switch (change.kind) {
    case 'message-added':
    case 'message-updated':
    case 'message-removed':
      return {
        type: `com.twilio.conversations.message.${change.kind.slice('message-'.length)}`,
        payload: { ...common, ...messageValues(change.message) },
      };
    case 'participant-added':
    case 'participant-updated':
    case 'participant-removed':
      return {
        type: `com.twilio.conversations.participant.${change.kind.slice('participant-'.length)}`,
        payload: { ...common, ...participantValues(change.participant) },
      };
    case 'conversation-added':
    case 'conversation-updated':
      return {
        type: `com.twilio.conversations.conversation.${change.kind.slice('conversation-'.length)}`,
        payload: {
          ...common,
          FriendlyName: conversation.friendlyName,
          UniqueName: conversation.uniqueName,
          State: conversation.state,
          Attributes: conversation.attributes,
          DateCreated: conversation.dateCreated,
        },
      };
    case 'state-changed':
      return {
        type: 'com.twilio.conversations.conversation-state.updated',
        payload: {
          ...common,
          StateUpdated: conversation.stateUpdated,
          StateFrom: change.from,
          StateTo: change.to,
          Reason: change.reason,
        },
      };
  }
}

function messageValues(message: Message): Record<string, unknown> {
  return {
    Author: message.author,
    ParticipantSid: message.participantSid,
    MessageSid: message.sid,
    Index: message.index,
    MessageBody: message.body,
    Attributes: message.attributes,
    DateCreated: message.dateCreated,
    Media: message.media.map(({ sid, filename, contentType, size }) => {
      return { Sid: sid, Filename: filename, ContentType: contentType, Size: size };
    }),
  };
}

function participantValues(participant: Participant): Record<string, unknown> {
  return {
    ParticipantSid: participant.sid,
    Identity: participant.identity,
    RoleSid: participant.roleSid,
    Attributes: participant.attributes,
    DateCreated: participant.dateCreated,
  };
}
