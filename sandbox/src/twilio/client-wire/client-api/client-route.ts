import type { Origin } from '../../conversations/changes';
import type { Conversations } from '../../conversations/create-conversations';
import { notAParticipant } from '../../conversations/not-a-participant';
import type { Conversation } from '../../conversations/records';
import { notFound } from '../../rest/twilio-rest-error';
import type { ClientAnswer, ClientRequest } from '../client-request';

export interface ClientApiDependencies {
  conversations: Conversations;
  /** Tells the other participants that someone is writing. */
  sendTyping: (conversation: Conversation, identity: string) => void;
}

/** One call: the request, what its path named, and everything it may act on. */
export interface ClientCall extends ClientApiDependencies {
  request: ClientRequest;
  /** The groups of the route's path, decoded. */
  names: readonly string[];
  origin: Origin;
}

export interface ClientRoute {
  method: 'GET' | 'POST' | 'DELETE';
  path: RegExp;
  answer(call: ClientCall): ClientAnswer;
}

/** A text of the request's JSON; undefined if it is left out or something else. */
export function textOf({ request }: ClientCall, name: string): string | undefined {
  const value = request.json[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The conversation that a call names, by default first in its path.
 * @throws TwilioRestError 20404, and 50430 for one that the client is not part of
 */
export function ownConversation({ request, names, conversations }: ClientCall, sid = names[0] ?? ''): Conversation {
  const conversation = conversations.context.state.conversation(sid);
  if (!conversation) throw notFound(`/Conversations/${sid}`);
  if (!conversation.participantsByIdentity.has(request.identity)) throw notAParticipant(sid);
  return conversation;
}
