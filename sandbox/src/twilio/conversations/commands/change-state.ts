import type { ConversationState } from '../../ports';
import type { Origin, StateChangeReason } from '../changes';
import type { Conversation } from '../records';
import { type CommandContext, timestamp } from './context';

export interface StateChange {
  conversation: Conversation;
  to: ConversationState;
  reason: StateChangeReason;
  origin: Origin;
}

/**
 * Changes the state, and does nothing if it is that already. Checks nothing: closing is final for REST callers only.
 */
export function changeState(context: CommandContext, { conversation, to, reason, origin }: StateChange): void {
  const from = conversation.state;
  if (from === to) return;
  const now = timestamp(context);
  conversation.state = to;
  conversation.stateUpdated = now;
  conversation.dateUpdated = now;
  conversation.eventId = context.state.nextEventId();
  context.changes.publish({ kind: 'state-changed', conversation, from, to, reason, origin });
}
