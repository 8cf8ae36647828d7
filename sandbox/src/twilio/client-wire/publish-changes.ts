import type { Change, ConversationChange } from '../conversations/changes';
import type { Conversations } from '../conversations/create-conversations';
import type { Conversation, Participant } from '../conversations/records';
import type { SyncDocuments } from '../sync/sync-documents';
import type { Connections } from './connections';
import { conversationViews, messageItem, participantItem } from './conversation-views';
import { objectNames } from './object-names';
import { syncEvents } from './sync-events';
import type { OpenedObject, OpenedObjects } from './sync-objects';
import type { SyncItem } from './sync-view';
import { membershipItem, userInfoItems } from './user-views';

export interface PublishingDependencies {
  conversations: Conversations;
  documents: SyncDocuments;
  objects: OpenedObjects;
  connections: Connections;
}

/** Tells the clients of every change in the objects that they subscribed to, whoever made it: REST or an SDK. */
export function publishChanges(dependencies: PublishingDependencies): void {
  const { conversations, documents, objects, connections } = dependencies;

  const send = (name: string, build: (object: OpenedObject) => unknown) => {
    const object = objects.find(name);
    if (!object) return;
    const subscribers = connections.subscribers(object.sid);
    if (subscribers.size === 0) return;
    const event = build(object);
    for (const connection of subscribers) connection.notify(syncEvents.messageType, event);
  };
  const sendItem = (name: string, item: SyncItem | undefined, change: 'added' | 'updated') => {
    if (item) send(name, (object) => syncEvents.itemChanged(object, item, change));
  };
  const sendRemoval = (name: string, removed: { key: string | number; eventId: number; at: string }) =>
    send(name, (object) => syncEvents.itemRemoved(object, removed));
  const sendDocument = (conversation: Conversation) =>
    send(objectNames.conversation(conversation.sid), (object) =>
      syncEvents.documentUpdated(object, conversationViews.document(conversation)),
    );

  const sendMembership = (conversation: Conversation, participant: Participant, change: 'added' | 'updated') => {
    if (participant.identity === null) return;
    const membership = conversations.context.state.user(participant.identity)?.memberships.get(conversation.sid);
    sendItem(objectNames.myConversations(participant.identity), membership && membershipItem(membership), change);
  };

  const sendRemovedParticipant = (conversation: Conversation, participant: Participant) => {
    const removed = { eventId: participant.eventId, at: participant.dateUpdated };
    sendRemoval(objectNames.roster(conversation.sid), { ...removed, key: participant.sid });
    if (participant.identity === null) return;
    sendRemoval(objectNames.myConversations(participant.identity), { ...removed, key: conversation.sid });
    // Who has left hears no more of it, whether or not the client unsubscribes.
    for (const name of [objectNames.conversation, objectNames.messages, objectNames.roster]) {
      const object = objects.find(name(conversation.sid));
      if (!object) continue;
      for (const connection of connections.of(participant.identity)) connections.unsubscribe(connection, object.sid);
    }
  };

  const sendConversationChange = (change: ConversationChange) => {
    const { conversation } = change;
    const messages = objectNames.messages(conversation.sid);
    const roster = objectNames.roster(conversation.sid);
    switch (change.kind) {
      case 'message-added':
        sendItem(messages, messageItem(change.message), 'added');
        return sendDocument(conversation);
      case 'message-updated':
        return sendItem(messages, messageItem(change.message), 'updated');
      case 'message-removed':
        sendRemoval(messages, { key: change.message.index, eventId: change.eventId, at: change.at });
        return sendDocument(conversation);
      case 'participant-added':
        sendItem(roster, participantItem(change.participant), 'added');
        return sendMembership(conversation, change.participant, 'added');
      case 'participant-updated':
        sendItem(roster, participantItem(change.participant), 'updated');
        return sendMembership(conversation, change.participant, 'updated');
      case 'participant-removed':
        return sendRemovedParticipant(conversation, change.participant);
      case 'conversation-updated':
      case 'state-changed':
        return sendDocument(conversation);
      case 'conversation-added':
        return undefined;
    }
  };

  documents.onUpdated(({ uniqueName, view }) => send(uniqueName, (object) => syncEvents.documentUpdated(object, view)));
  conversations.context.changes.subscribe((change: Change) => {
    if (change.kind === 'reset') {
      documents.clear();
      objects.clear();
      // 1012: service restart. Clients come back and find the new state.
      for (const connection of connections.everyone()) connection.close(1012);
      return;
    }
    if (change.kind === 'user-updated') {
      const name = objectNames.userInfo(change.user.identity);
      for (const item of userInfoItems(change.user)) sendItem(name, item, 'updated');
      return;
    }
    sendConversationChange(change);
  });
}
