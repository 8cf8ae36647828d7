import type { ConversationState } from '../../ports';
import { newSid } from '../../rest/new-sid';
import { TwilioRestError } from '../../rest/twilio-rest-error';
import type { Origin } from '../changes';
import { checkAttributes, checkUniqueName, limits } from '../check-values';
import type { Conversation, Timers } from '../records';
import { checkTimers } from './check-timers';
import { type CommandContext, timestamp } from './context';

export interface NewConversation {
  friendlyName?: string;
  uniqueName?: string;
  attributes?: string;
  state?: ConversationState;
  timers?: Partial<Timers>;
  origin: Origin;
}

/**
 * @throws TwilioRestError 50353 if the UniqueName is taken, 50382 for timers without a state, and those of the value
 * checks.
 */
export function createConversation(context: CommandContext, input: NewConversation): Conversation {
  const attributes = checkAttributes(input.attributes ?? '{}', limits.conversationAttributes);
  const timers = checkTimers(input.timers ?? {});
  if ((timers.inactive ?? timers.closed) !== null && input.state === undefined) {
    throw new TwilioRestError(400, 50382, 'Timers can only be set together with State');
  }
  if (input.uniqueName !== undefined) refuseTakenName(context, checkUniqueName(input.uniqueName));
  const now = timestamp(context);
  const eventId = context.state.nextEventId();
  const conversation: Conversation = {
    sid: newSid('CH'),
    uniqueName: input.uniqueName ?? null,
    friendlyName: input.friendlyName ?? null,
    attributes,
    state: input.state ?? 'active',
    participants: new Map(),
    participantsByIdentity: new Map(),
    removedParticipants: [],
    messages: new Map(),
    messageIndexBySid: new Map(),
    removedMessages: [],
    nextIndex: 0,
    webhooks: new Map(),
    timers,
    createdBy: input.origin.clientIdentity ?? 'system',
    dateCreated: now,
    dateUpdated: now,
    stateUpdated: now,
    addedEventId: eventId,
    eventId,
  };
  context.state.keepConversation(conversation);
  context.changes.publish({ kind: 'conversation-added', conversation, origin: input.origin });
  return conversation;
}

function refuseTakenName(context: CommandContext, uniqueName: string): void {
  const existing = context.state.conversation(uniqueName);
  if (!existing) return;
  if (existing.state === 'closed' && context.behaviour.uniqueNameReusableAfterClose) return;
  throw new TwilioRestError(409, 50353, 'Conversation with provided unique name already exists');
}
