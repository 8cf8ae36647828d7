import { newSid } from '../../rest/new-sid';
import { TwilioRestError } from '../../rest/twilio-rest-error';
import type { Origin } from '../changes';
import { checkAttributes, checkIdentity, checkWritable, limits } from '../check-values';
import type { Conversation, Participant } from '../records';
import { type CommandContext, timestamp } from './context';
import { ensureUser } from './save-user';

/** Role of a member of a conversation: the sandbox knows no others. */
const participantRoleSid = `RL${'2'.padStart(32, '0')}`;

export interface NewParticipant {
  conversation: Conversation;
  identity: string;
  attributes?: string;
  origin: Origin;
}

/**
 * Joins a chat participant; the user is made if the identity is new.
 * @throws TwilioRestError 50377 if the conversation is closed, 50433 if the identity takes part already, 50403 for
 * the 1,001st participant, 50210 for an
 * identity's 1,001st open conversation, and those of the value checks.
 */
export function addParticipant(context: CommandContext, input: NewParticipant): Participant {
  const { conversation } = input;
  checkWritable(conversation);
  const identity = checkIdentity(input.identity);
  const attributes = checkAttributes(input.attributes ?? '{}', limits.participantAttributes);
  if (conversation.participantsByIdentity.has(identity)) {
    throw new TwilioRestError(409, 50433, 'Participant already exists');
  }
  if (conversation.participants.size >= limits.participants) {
    throw new TwilioRestError(403, 50403, 'Conversation has its maximum of participants');
  }
  const user = ensureUser(context, identity);
  if (
    user.memberships.size >= limits.conversationsPerIdentity &&
    countOpen(user.memberships.values()) >= limits.conversationsPerIdentity
  ) {
    throw new TwilioRestError(403, 50210, 'User is in the maximum of conversations');
  }
  const now = timestamp(context);
  const eventId = context.state.nextEventId();
  const participant: Participant = {
    sid: newSid('MB'),
    identity,
    attributes,
    roleSid: participantRoleSid,
    dateCreated: now,
    dateUpdated: now,
    lastReadMessageIndex: null,
    lastReadTimestamp: null,
    addedEventId: eventId,
    eventId,
  };
  conversation.participants.set(participant.sid, participant);
  conversation.participantsByIdentity.set(identity, participant);
  user.memberships.set(conversation.sid, { conversation, participant, addedEventId: eventId, eventId });
  context.changes.publish({ kind: 'participant-added', conversation, participant, origin: input.origin });
  return participant;
}

/** Closed conversations do not count towards the limit. */
function countOpen(memberships: MapIterator<{ conversation: Conversation }>): number {
  let open = 0;
  for (const { conversation } of memberships) if (conversation.state !== 'closed') open += 1;
  return open;
}
