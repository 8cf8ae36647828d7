/** What the parts of the emulated Twilio need of each other. One state: Flex, Functions and the worker all see it. */

export type ConversationState = 'initializing' | 'inactive' | 'active' | 'closed';

export interface ParticipantRecord {
  sid: string;
  identity: string | null;
  attributes: string;
  dateCreated: string;
}

/** A file as a message tells of it. */
export interface MessageMedia {
  sid: string;
  filename: string | null;
  contentType: string;
  category: string;
  /** Bytes. */
  size: number;
}

export interface MessageRecord {
  sid: string;
  index: number;
  author: string;
  body: string | null;
  attributes: string;
  participantSid: string | null;
  /** Its files, at most 10. */
  media: readonly MessageMedia[];
  dateCreated: string;
  dateUpdated: string;
}

export interface ConversationRecord {
  sid: string;
  uniqueName: string | null;
  friendlyName: string | null;
  attributes: string;
  state: ConversationState;
  participants: ReadonlyMap<string, ParticipantRecord>;
  messages: ReadonlyMap<number, MessageRecord>;
}

/** A message reached a live `studio` webhook: it triggers, advances or is ignored by an execution of that flow. */
export interface StudioTrigger {
  flowSid: string;
  conversation: ConversationRecord;
  message: MessageRecord;
  source: 'API' | 'SDK';
}

/** Conversations as Interactions, Studio and TaskRouter use it. */
export interface ConversationsPort {
  conversation(sid: string): ConversationRecord | undefined;
  conversations(): Iterable<ConversationRecord>;
  /** Adds an agent; fires `onParticipantAdded` to scoped webhooks as Twilio does for Interactions. */
  addParticipant(conversationSid: string, identity: string, attributes?: string): ParticipantRecord;
  removeParticipant(conversationSid: string, identity: string): void;
  changeState(conversationSid: string, state: ConversationState, reason: 'API' | 'TIMER' | 'EVENT'): void;
  /** The display name of a user, as bubbles show it. */
  setUserFriendlyName(identity: string, friendlyName: string): void;
  /** Flex's conversation attributes on hand-off. */
  updateConversationAttributes(conversationSid: string, attributes: string): void;
  onStudioTrigger(listener: (trigger: StudioTrigger) => void): void;
  /** A Conversations post-action event for Event Streams, name and payload as Twilio documents. */
  onEvent(listener: (event: { type: string; payload: Record<string, unknown> }) => void): void;
  reset(): void;
}

/** Signs as Twilio does and posts; resolves with the status, or 'timeout' after the sender's limit (5 s for webhooks). Never retries. */
export interface SignedPoster {
  postForm(url: string, fields: Record<string, string>, timeoutMs: number): Promise<PostOutcome>;
  postJson(url: string, body: unknown, timeoutMs: number): Promise<PostOutcome>;
}
export type PostOutcome =
  | { kind: 'answered'; status: number; body: string; contentType: string }
  | { kind: 'timeout' }
  | { kind: 'unreachable'; reason: string };
