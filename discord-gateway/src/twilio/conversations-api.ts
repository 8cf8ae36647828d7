/** A message as Conversations holds it. */
export interface ConversationMessage {
  sid: string;
  /** Contiguous within the conversation, from 0; a deleted message leaves its index unused for good. */
  index: number;
  author: string;
  /** Null for a message that is nothing but files. */
  body: string | null;
  /** JSON as text. Everybody can write it. */
  attributes: string;
  mediaCount: number;
  /** ISO 8601. */
  dateUpdated: string;
}

/** A file of a message. Its name and type are what the sender's client says. */
export interface MessageFile {
  sid: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

export interface ConversationWebhook {
  sid: string;
  target: string;
  url?: string;
  flowSid?: string;
}

export type NewMessage = (
  | { body: string }
  /** A file that was uploaded before. */
  | { mediaSid: string }
) & {
  author: string;
  /** JSON as text, at most 4 KB. */
  attributes: string;
  /** True when webhooks shall hear of it: Studio and our own receiver. */
  announced: boolean;
};

/**
 * What the relay asks of Twilio Conversations, one request each unless said otherwise. Errors are those of the
 * Twilio client: `twilioFailure` reads them. Nothing is retried here.
 */
export interface ConversationsApi {
  /** Creates an active conversation. Refused with 50353 when the name is taken. */
  createConversation(options: { uniqueName: string; friendlyName: string; attributes: string }): Promise<string>;
  fetchConversation(sidOrUniqueName: string): Promise<{ sid: string; state: string }>;
  /** Sets the name that bubbles show for an identity. A second request when the user exists already. */
  nameUser(identity: string, friendlyName: string): Promise<void>;
  /** Adds a participant and returns its SID, also (by a second request) when it is one already. */
  addParticipant(conversationSid: string, identity: string): Promise<string>;
  /** Moves what a participant counts as having read. Agents' Flex hears of it at once, webhooks do not. */
  moveReadHorizon(conversationSid: string, participantSid: string, index: number): Promise<void>;
  listWebhooks(conversationSid: string): Promise<ConversationWebhook[]>;
  addStudioWebhook(conversationSid: string, flowSid: string): Promise<void>;
  addRelayWebhook(conversationSid: string, url: string): Promise<void>;
  postMessage(conversationSid: string, message: NewMessage): Promise<{ sid: string; index: number }>;
  fetchMessage(conversationSid: string, messageSid: string): Promise<ConversationMessage>;
  /** The files of a message, in order; none when it is gone. */
  filesOf(conversationSid: string, messageSid: string): Promise<MessageFile[]>;
  /** Changes a message as it was just fetched, its attributes merged with what is there. Webhooks do not hear of it. */
  updateMessage(
    conversationSid: string,
    message: ConversationMessage,
    change: { body: string; attributes: Record<string, unknown> },
  ): Promise<void>;
  /** Removes a message, and with it the file that it names; one that is gone already is fine. Webhooks do not hear of it. */
  removeMessage(conversationSid: string, messageSid: string): Promise<void>;
  /** The newest messages, newest first. */
  latestMessages(conversationSid: string, limit: number): Promise<ConversationMessage[]>;
  /** All messages from an index on, oldest first: as many requests as there are pages of 50. */
  messagesFrom(conversationSid: string, index: number): Promise<ConversationMessage[]>;
  /** Adds to a message's attributes, keeping what is there. Two requests; webhooks do not hear of it. */
  mergeMessageAttributes(conversationSid: string, messageSid: string, added: Record<string, unknown>): Promise<void>;
}
