import { addMessage } from '../../conversations/commands/add-message';
import { removeMessage } from '../../conversations/commands/remove-message';
import { updateMessage } from '../../conversations/commands/update-message';
import { messageBody } from '../../conversations/rest/resources';
import { messageOf } from '../../conversations/rest/rest-call';
import { invalidParameter } from '../../rest/twilio-rest-error';
import { type ClientCall, type ClientRoute, ownConversation, textOf } from './client-route';

/** The SDK's own limit. */
const maxFiles = 10;

/** @throws TwilioRestError 20001 for more files than a message takes. */
function mediaSidsOf({ request }: ClientCall): string[] {
  const { media_sids: sids = [] } = request.json;
  if (!Array.isArray(sids) || sids.length > maxFiles) throw invalidParameter('media_sids: at most 10 files');
  return sids.map(String);
}

/** Messages of conversations that the client takes part in. The author is always the client. */
export const messageRoutes: readonly ClientRoute[] = [
  {
    method: 'POST',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/Messages$/,
    answer: (call) => {
      const { request, conversations, origin } = call;
      const conversation = ownConversation(call);
      const message = addMessage(conversations.context, {
        conversation,
        author: request.identity,
        body: textOf(call, 'body') || null,
        attributes: textOf(call, 'attributes'),
        mediaSids: mediaSidsOf(call),
        origin,
      });
      return { status: 201, body: messageBody(conversation, message, conversations) };
    },
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/Messages\/([^/]+)$/,
    answer: (call) => {
      const conversation = ownConversation(call);
      const message = updateMessage(call.conversations.context, {
        conversation,
        message: messageOf(conversation, call.names[1] ?? ''),
        body: textOf(call, 'body'),
        attributes: textOf(call, 'attributes'),
        origin: call.origin,
      });
      return { status: 200, body: messageBody(conversation, message, call.conversations) };
    },
  },
  {
    method: 'DELETE',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/Messages\/([^/]+)$/,
    answer: (call) => {
      const conversation = ownConversation(call);
      const message = messageOf(conversation, call.names[1] ?? '');
      removeMessage(call.conversations.context, { conversation, message, origin: call.origin });
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    path: /^\/Client\/v1\/Conversations\/([^/]+)\/MessageRecipients$/,
    answer: (call) => {
      ownConversation(call);
      return { status: 200, body: { message_recipients: [], meta: { previous_token: null, next_token: null } } };
    },
  },
];
