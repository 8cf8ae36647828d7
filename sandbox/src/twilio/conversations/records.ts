import type { ConversationRecord, MessageRecord, ParticipantRecord } from '../ports';

/**
 * Every change takes the next event id. Sync clients name the last one that they saw, and are told what came after:
 * that is why each thing remembers when it appeared and when it last changed, and why what is gone leaves a trace.
 */
export interface Versioned {
  addedEventId: number;
  eventId: number;
}

export interface Removed<Key> {
  key: Key;
  eventId: number;
}

export interface Message extends MessageRecord, Versioned {}

export interface Participant extends ParticipantRecord, Versioned {
  dateUpdated: string;
  roleSid: string;
  /** The read horizon: index of the last message that this participant has seen. */
  lastReadMessageIndex: number | null;
  lastReadTimestamp: string | null;
}

/** ISO 8601 durations as given (`PT24H`). They are shown, not yet run. */
export interface Timers {
  inactive: string | null;
  closed: string | null;
}

export const webhookEvents = [
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onConversationUpdated',
  'onConversationStateUpdated',
  'onConversationRemoved',
  'onParticipantAdded',
  'onParticipantUpdated',
  'onParticipantRemoved',
  'onDeliveryUpdated',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export interface ScopedWebhook {
  sid: string;
  target:
    | { kind: 'webhook'; url: string; filters: ReadonlySet<WebhookEvent> }
    | { kind: 'studio'; flowSid: string; replayAfter: number | null };
  dateCreated: string;
  dateUpdated: string;
}

export interface Conversation extends ConversationRecord, Versioned {
  participants: Map<string, Participant>;
  participantsByIdentity: Map<string, Participant>;
  removedParticipants: Removed<string>[];
  messages: Map<number, Message>;
  messageIndexBySid: Map<string, number>;
  removedMessages: Removed<number>[];
  /** Index of the next message. Indices of deleted messages are never given again. */
  nextIndex: number;
  webhooks: Map<string, ScopedWebhook>;
  timers: Timers;
  createdBy: string;
  dateCreated: string;
  dateUpdated: string;
  stateUpdated: string;
}

/** A conversation in a user's list of conversations. */
export interface Membership extends Versioned {
  conversation: Conversation;
  participant: Participant;
}

export interface User extends Versioned {
  sid: string;
  identity: string;
  friendlyName: string | null;
  attributes: string;
  roleSid: string;
  dateCreated: string;
  dateUpdated: string;
  memberships: Map<string, Membership>;
  leftConversations: Removed<string>[];
}
