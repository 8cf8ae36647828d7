import { addParticipant } from '../../conversations/commands/add-participant';
import { removeParticipant } from '../../conversations/commands/remove-participant';
import { updateConversation } from '../../conversations/commands/update-conversation';
import { participantBody } from '../../conversations/rest/resources';
import { participantOf } from '../../conversations/rest/rest-call';
import { typingTimeoutSeconds } from '../typing';
import { clientConversationBody } from './client-bodies';
import { type ClientRoute, ownConversation, textOf } from './client-route';

/** Conversations that the client takes part in, their participants, and who is writing. */
export const conversationRoutes: readonly ClientRoute[] = [
  {
    method: 'GET',
    path: /^\/Client\/v1\/Conversations\/([^/]+)$/,
    answer: (call) => ({ status: 200, body: clientConversationBody(ownConversation(call), call.conversations) }),
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Conversations\/([^/]+)$/,
    answer: (call) => {
      const conversation = updateConversation(call.conversations.context, {
        conversation: ownConversation(call),
        friendlyName: textOf(call, 'friendly_name'),
        attributes: textOf(call, 'attributes'),
        origin: call.origin,
      });
      return { status: 200, body: clientConversationBody(conversation, call.conversations) };
    },
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/Participants$/,
    answer: (call) => {
      const conversation = ownConversation(call);
      const participant = addParticipant(call.conversations.context, {
        conversation,
        identity: textOf(call, 'identity') ?? '',
        attributes: textOf(call, 'attributes'),
        origin: call.origin,
      });
      return { status: 201, body: participantBody(conversation, participant, call.conversations) };
    },
  },
  {
    method: 'DELETE',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/Participants\/([^/]+)$/,
    answer: (call) => {
      const conversation = ownConversation(call);
      const participant = participantOf(conversation, call.names[1] ?? '');
      removeParticipant(call.conversations.context, { conversation, participant, origin: call.origin });
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Typing$/,
    answer: (call) => {
      const sid = new URLSearchParams(call.request.text).get('ChannelSid') ?? '';
      call.sendTyping(ownConversation(call, sid), call.request.identity);
      return { status: 200, body: { typing_timeout: typingTimeoutSeconds } };
    },
  },
];
