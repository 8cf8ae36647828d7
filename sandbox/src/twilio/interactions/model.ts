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

/** An interaction with its one channel and that channel's one invite: more is not used yet. */
export interface Interaction {
  /** KD... */
  sid: string;
  /** UO... */
  channelSid: string;
  /** KG... */
  inviteSid: string;
  taskSid: string;
  conversationSid: string;
  medium: ConversationMedium;
  initiatedBy: 'customer' | 'api';
  status: ChannelStatus;
  participants: InteractionParticipant[];
  dateCreated: Date;
}
