import { randomBytes } from 'node:crypto';
import type {
  ConversationRecord,
  ConversationsPort,
  MessageRecord,
  ParticipantRecord,
  StudioTrigger,
} from '../../src/twilio/ports';

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

interface MutableConversation extends ConversationRecord {
  participants: Map<string, ParticipantRecord>;
  messages: Map<number, MessageRecord>;
}

export interface ConversationsDouble extends ConversationsPort {
  /** A conversation as the worker leaves it after first contact: active, with the player in it. */
  open(player?: string): ConversationRecord;
  /** A message that reaches a live studio webhook. */
  say(conversation: ConversationRecord, author: string, body: string, flowSid: string): MessageRecord;
  friendlyNames: ReadonlyMap<string, string>;
}

/** Stands in for the emulated Conversations: only state, no webhooks and no wire. */
export function createConversationsDouble(): ConversationsDouble {
  const conversations = new Map<string, MutableConversation>();
  const friendlyNames = new Map<string, string>();
  const triggers: ((trigger: StudioTrigger) => void)[] = [];
  const find = (conversationSid: string) => {
    const conversation = conversations.get(conversationSid);
    if (!conversation) throw new Error(`No conversation ${conversationSid}`);
    return conversation;
  };
  const addParticipant = (conversationSid: string, identity: string, attributes = '{}') => {
    const participant = { sid: sid('MB'), identity, attributes, dateCreated: new Date().toISOString() };
    find(conversationSid).participants.set(participant.sid, participant);
    return participant;
  };
  return {
    friendlyNames,
    open(player = 'discord_300000000000000001') {
      const conversation: MutableConversation = {
        sid: sid('CH'),
        uniqueName: null,
        friendlyName: null,
        attributes: '{}',
        state: 'active',
        participants: new Map(),
        messages: new Map(),
      };
      conversations.set(conversation.sid, conversation);
      addParticipant(conversation.sid, player);
      return conversation;
    },
    say(record, author, body, flowSid) {
      const conversation = find(record.sid);
      const now = new Date().toISOString();
      const message: MessageRecord = {
        sid: sid('IM'),
        index: conversation.messages.size,
        author,
        body,
        attributes: '{}',
        participantSid: null,
        media: [],
        dateCreated: now,
        dateUpdated: now,
      };
      conversation.messages.set(message.index, message);
      for (const listener of triggers) listener({ flowSid, conversation, message, source: 'API' });
      return message;
    },
    conversation: (conversationSid) => conversations.get(conversationSid),
    conversations: () => conversations.values(),
    addParticipant,
    removeParticipant(conversationSid, identity) {
      const { participants } = find(conversationSid);
      for (const [key, participant] of participants) if (participant.identity === identity) participants.delete(key);
    },
    changeState(conversationSid, state) {
      find(conversationSid).state = state;
    },
    setUserFriendlyName: (identity, friendlyName) => void friendlyNames.set(identity, friendlyName),
    updateConversationAttributes(conversationSid, attributes) {
      find(conversationSid).attributes = attributes;
    },
    onStudioTrigger: (listener) => void triggers.push(listener),
    onEvent: () => {},
    reset: () => conversations.clear(),
  };
}
