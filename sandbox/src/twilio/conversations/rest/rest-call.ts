import type { FastifyRequest } from 'fastify';
import { readForm, readQuery } from '../../rest/serve-host';
import { notFound } from '../../rest/twilio-rest-error';
import type { Origin } from '../changes';
import type { ConversationsState } from '../conversations-state';
import type { Conversation, Message, Participant } from '../records';
import { Form } from './form';

/** The names in a path, as the routes give them. */
export interface PathParameters {
  conversation: string;
  participant: string;
  message: string;
  webhook: string;
  user: string;
}

export type RestRequest = FastifyRequest<{ Params: PathParameters }>;

/** The fields of the request's body. @throws TwilioRestError 20001 for a field that is not in `known`. */
export function formOf(request: RestRequest, known: readonly string[]): Form {
  return new Form(readForm(request, known));
}

/** A field that is given several times, which a form keeps once only: `Filters=a&Filters=b`. */
export function repeatedField(request: RestRequest, field: string): string[] {
  return new URLSearchParams(String(request.body)).getAll(field);
}

/** The parameters of the request's query. @throws TwilioRestError 20001 for one that is not in `known`. */
export function queryOf(request: RestRequest, known: readonly string[]): Form {
  return new Form(readQuery(request, known));
}

/** A REST call fires webhooks only when it says so. https://www.twilio.com/docs/conversations/conversations-webhooks */
export function originOf(request: RestRequest): Origin {
  return { source: 'API', firesWebhooks: request.headers['x-twilio-webhook-enabled'] === 'true' };
}

/** @throws TwilioRestError 20404 */
export function conversationOf(state: ConversationsState, request: RestRequest): Conversation {
  const conversation = state.conversation(request.params.conversation);
  if (!conversation) throw notFound(`/Conversations/${request.params.conversation}`);
  return conversation;
}

/** By SID or by identity. @throws TwilioRestError 20404 */
export function participantOf(conversation: Conversation, sidOrIdentity: string): Participant {
  const participant =
    conversation.participants.get(sidOrIdentity) ?? conversation.participantsByIdentity.get(sidOrIdentity);
  if (!participant) throw notFound(`/Conversations/${conversation.sid}/Participants/${sidOrIdentity}`);
  return participant;
}

/** @throws TwilioRestError 20404 */
export function messageOf(conversation: Conversation, sid: string): Message {
  const message = conversation.messages.get(conversation.messageIndexBySid.get(sid) ?? -1);
  if (!message) throw notFound(`/Conversations/${conversation.sid}/Messages/${sid}`);
  return message;
}
