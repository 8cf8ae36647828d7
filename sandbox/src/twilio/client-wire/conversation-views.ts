import type { Conversation, Message, Participant } from '../conversations/records';
import { objectNames } from './object-names';
import type { CollectionView, DocumentView, SyncItem } from './sync-view';

/**
 * Field names are those that the SDK reads: `conversation.ts`, `message.ts`, `participant.ts` of
 * @twilio/conversations.
 */
export const conversationViews = {
  document: (conversation: Conversation): DocumentView => {
    const last = conversation.messages.get(conversation.nextIndex - 1);
    return {
      kind: 'document',
      dateCreated: conversation.dateCreated,
      dateUpdated: conversation.dateUpdated,
      eventId: conversation.eventId,
      data: {
        friendlyName: conversation.friendlyName,
        uniqueName: conversation.uniqueName,
        attributes: JSON.parse(conversation.attributes),
        createdBy: conversation.createdBy,
        dateCreated: conversation.dateCreated,
        dateUpdated: conversation.dateUpdated,
        messages: objectNames.messages(conversation.sid),
        roster: objectNames.roster(conversation.sid),
        state: { current: conversation.state, dateUpdated: conversation.stateUpdated },
        ...(last && { lastMessage: { index: last.index, timestamp: last.dateCreated } }),
      },
    };
  },

  messages: (conversation: Conversation): CollectionView => ({
    kind: 'list',
    dateCreated: conversation.dateCreated,
    dateUpdated: conversation.dateUpdated,
    item: (key) => {
      const message = conversation.messages.get(Number(key));
      return message && messageItem(message);
    },
    page: ({ start, size, order }) => {
      const step = order === 'asc' ? 1 : -1;
      const items: SyncItem[] = [];
      let index = start ?? (order === 'asc' ? 0 : conversation.nextIndex - 1);
      for (; index >= 0 && index < conversation.nextIndex; index += step) {
        const message = conversation.messages.get(index);
        if (!message) continue;
        if (items.length === size) return { items, next: index };
        items.push(messageItem(message));
      }
      return { items };
    },
    changedSince: (eventId) => since(conversation.messages.values(), eventId).map(messageItem),
    removedSince: (eventId) => since(conversation.removedMessages, eventId),
  }),

  roster: (conversation: Conversation): CollectionView => ({
    kind: 'map',
    dateCreated: conversation.dateCreated,
    dateUpdated: conversation.dateUpdated,
    item: (key) => {
      const participant = conversation.participants.get(key);
      return participant && participantItem(participant);
    },
    page: ({ start = 0, size }) => pageOf([...conversation.participants.values()].map(participantItem), start, size),
    changedSince: (eventId) => since(conversation.participants.values(), eventId).map(participantItem),
    removedSince: (eventId) => since(conversation.removedParticipants, eventId),
  }),
} as const;

export function messageItem(message: Message): SyncItem {
  return {
    key: message.index,
    data: {
      sid: message.sid,
      author: message.author,
      text: message.body,
      attributes: message.attributes,
      type: message.media.length > 0 ? 'media' : 'text',
      ...(message.media.length > 0 && { medias: message.media }),
      timestamp: message.dateCreated,
      dateUpdated: message.dateUpdated,
      memberSid: message.participantSid,
    },
    addedEventId: message.addedEventId,
    eventId: message.eventId,
    dateUpdated: message.dateUpdated,
  };
}

export function participantItem(participant: Participant): SyncItem {
  return {
    key: participant.sid,
    data: {
      identity: participant.identity,
      type: 'chat',
      attributes: participant.attributes,
      roleSid: participant.roleSid,
      lastConsumedMessageIndex: participant.lastReadMessageIndex,
      lastConsumptionTimestamp: participant.lastReadTimestamp,
      userInfo: participant.identity === null ? undefined : objectNames.userInfo(participant.identity),
      dateCreated: participant.dateCreated,
      dateUpdated: participant.dateUpdated,
    },
    addedEventId: participant.addedEventId,
    eventId: participant.eventId,
    dateUpdated: participant.dateUpdated,
  };
}

export function since<Entry extends { eventId: number }>(entries: Iterable<Entry>, eventId: number): Entry[] {
  return [...entries].filter((entry) => entry.eventId > eventId);
}

export function pageOf(items: SyncItem[], start: number, size: number): { items: SyncItem[]; next?: number } {
  const end = start + size;
  return { items: items.slice(start, end), ...(end < items.length && { next: end }) };
}
