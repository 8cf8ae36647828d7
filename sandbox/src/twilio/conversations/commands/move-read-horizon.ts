import type { Origin } from '../changes';
import type { Conversation, Participant } from '../records';
import { type CommandContext, timestamp } from './context';

export interface ReadHorizon {
  conversation: Conversation;
  participant: Participant;
  /** Index of the last message seen; null marks all as unread. */
  index: number | null;
  origin: Origin;
}

/** Notes how far a participant has read: this is what clears the badge in Flex. */
export function moveReadHorizon(context: CommandContext, input: ReadHorizon): void {
  const { conversation, participant, index, origin } = input;
  const now = timestamp(context);
  const eventId = context.state.nextEventId();
  participant.lastReadMessageIndex = index;
  participant.lastReadTimestamp = index === null ? null : now;
  participant.dateUpdated = now;
  participant.eventId = eventId;
  const membership = context.state.user(participant.identity ?? '')?.memberships.get(conversation.sid);
  if (membership) membership.eventId = eventId;
  context.changes.publish({ kind: 'participant-updated', conversation, participant, origin });
}

/** Messages above the horizon; null while there is no horizon. */
export function unreadCount(conversation: Conversation, participant: Participant): number | null {
  if (participant.lastReadMessageIndex === null) return null;
  let unread = 0;
  for (let index = participant.lastReadMessageIndex + 1; index < conversation.nextIndex; index += 1) {
    if (conversation.messages.has(index)) unread += 1;
  }
  return unread;
}
