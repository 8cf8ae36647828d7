/** `inactive`: left or parked, the conversation lives on without an agent. */
export type ChannelStatus = 'setup' | 'active' | 'failed' | 'closed' | 'inactive';

/** Media of a channel that ride on a conversation. There is no "custom" one: Discord travels as `web` or `chat`. */
export const conversationMedia = ['sms', 'whatsapp', 'web', 'chat', 'email', 'messenger', 'gbm'] as const;
export type ConversationMedium = (typeof conversationMedia)[number];

export interface InteractionParticipant {
  /** UT... */
  sid: string;
  type: 'customer' | 'agent';
  identity: string;
  /** SID of the participant in the conversation. */
  mediaParticipantSid: string;
  /** The reservation that brought an agent in. */
  reservationSid: string | null;
  status: 'active' | 'closed';
}

/** An invite of an agent: each has a task of its own. */
export interface InteractionInvite {
  /** KG... */
  sid: string;
  taskSid: string;
}

/** What Flex remembers of a transfer. */
export interface ChannelTransfer {
  /** UT... of the agent who transfers. */
  from: string;
  /** WK... or WQ... */
  to: string;
  invite: InteractionInvite;
  dateCreated: Date;
}

/** An interaction with its one channel, and the invites into that channel. */
export interface Interaction {
  /** KD... */
  sid: string;
  /** UO... */
  channelSid: string;
  /** Oldest first. The first one came with the interaction. */
  invites: InteractionInvite[];
  transfers: ChannelTransfer[];
  conversationSid: string;
  medium: ConversationMedium;
  initiatedBy: 'customer' | 'api';
  status: ChannelStatus;
  participants: InteractionParticipant[];
  dateCreated: Date;
}
