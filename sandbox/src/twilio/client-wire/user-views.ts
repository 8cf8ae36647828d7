import type { Membership, User } from '../conversations/records';
import { pageOf, since } from './conversation-views';
import { objectNames } from './object-names';
import type { CollectionView, SyncItem } from './sync-view';

export const userViews = {
  /**
   * The conversations of a user. Closed ones are found by their SID (an agent who reloads while wrapping up), but are
   * not listed: an agent's past would be loaded at every log-in.
   */
  myConversations: (user: User): CollectionView => ({
    kind: 'map',
    dateCreated: user.dateCreated,
    dateUpdated: user.dateUpdated,
    item: (key) => {
      const membership = user.memberships.get(key);
      return membership && membershipItem(membership);
    },
    page: ({ start = 0, size }) => pageOf(openMemberships(user).map(membershipItem), start, size),
    changedSince: (eventId) => since(user.memberships.values(), eventId).map(membershipItem),
    removedSince: (eventId) => since(user.leftConversations, eventId),
  }),

  /** The display name, as bubbles show it. */
  info: (user: User): CollectionView => ({
    kind: 'map',
    dateCreated: user.dateCreated,
    dateUpdated: user.dateUpdated,
    item: (key) => userInfoItems(user).find((item) => item.key === key),
    page: ({ start = 0, size }) => pageOf(userInfoItems(user), start, size),
    changedSince: (eventId) => since(userInfoItems(user), eventId),
    removedSince: () => [],
  }),
} as const;

export function openMemberships(user: User): Membership[] {
  return [...user.memberships.values()].filter(({ conversation }) => conversation.state !== 'closed');
}

export function membershipItem({ conversation, participant, addedEventId, eventId }: Membership): SyncItem {
  return {
    key: conversation.sid,
    data: {
      status: 'joined',
      channel: objectNames.conversation(conversation.sid),
      messages: objectNames.messages(conversation.sid),
      roster: objectNames.roster(conversation.sid),
      lastConsumedMessageIndex: participant.lastReadMessageIndex,
      notificationLevel: 'default',
      friendlyName: conversation.friendlyName,
      uniqueName: conversation.uniqueName,
      attributes: JSON.parse(conversation.attributes),
      createdBy: conversation.createdBy,
      dateCreated: conversation.dateCreated,
      dateUpdated: conversation.dateUpdated,
    },
    addedEventId,
    eventId,
    dateUpdated: participant.dateUpdated,
  };
}

export function userInfoItems(user: User): SyncItem[] {
  const { addedEventId, eventId, dateUpdated } = user;
  const item = (key: string, data: unknown): SyncItem => ({ key, data, addedEventId, eventId, dateUpdated });
  return [
    item('friendlyName', { value: user.friendlyName }),
    item('attributes', { value: user.attributes }),
    item('reachability', { online: null, notifiable: null }),
  ];
}
