import type { Origin } from '../changes';
import type { Conversation, Participant } from '../records';
import { type CommandContext, timestamp } from './context';

export interface Leaving {
  conversation: Conversation;
  participant: Participant;
  origin: Origin;
}

/** Takes a participant out. Their messages stay, and so does the user. */
export function removeParticipant(context: CommandContext, { conversation, participant, origin }: Leaving): void {
  const eventId = context.state.nextEventId();
  conversation.participants.delete(participant.sid);
  conversation.removedParticipants.push({ key: participant.sid, eventId });
  if (participant.identity !== null) {
    conversation.participantsByIdentity.delete(participant.identity);
    const user = context.state.user(participant.identity);
    user?.memberships.delete(conversation.sid);
    user?.leftConversations.push({ key: conversation.sid, eventId });
  }
  participant.dateUpdated = timestamp(context);
  participant.eventId = eventId;
  context.changes.publish({ kind: 'participant-removed', conversation, participant, origin });
}
