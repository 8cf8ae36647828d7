import type { ConversationState } from '../ports';
import type { Conversation, Message, Participant, User } from './records';

/** Who made a change. It decides whether scoped webhooks hear of it. */
export interface Origin {
  source: 'API' | 'SDK';
  /** Identity of the SDK client. */
  clientIdentity?: string;
  /** SDK clients always fire webhooks; a REST call only with `X-Twilio-Webhook-Enabled: true`. */
  firesWebhooks: boolean;
}

export type StateChangeReason = 'API' | 'TIMER' | 'EVENT';

export type Change =
  | { kind: 'conversation-added' | 'conversation-updated'; conversation: Conversation; origin: Origin }
  | {
      kind: 'state-changed';
      conversation: Conversation;
      from: ConversationState;
      to: ConversationState;
      reason: StateChangeReason;
      origin: Origin;
    }
  | {
      kind: 'participant-added' | 'participant-updated' | 'participant-removed';
      conversation: Conversation;
      participant: Participant;
      origin: Origin;
    }
  | {
      kind: 'message-added' | 'message-updated' | 'message-removed';
      conversation: Conversation;
      message: Message;
      origin: Origin;
      /** Of a removal, which changes no record. */
      eventId: number;
      at: string;
    }
  | { kind: 'user-updated'; user: User }
  | { kind: 'reset' };

export type ConversationChange = Extract<Change, { conversation: Conversation }>;

/** Tells every listener of every change, in the order in which the changes were made. */
export class Changes {
  private readonly listeners: Array<(change: Change) => void> = [];

  subscribe(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  publish(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}
