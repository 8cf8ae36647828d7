import { moveReadHorizon } from '../../conversations/commands/move-read-horizon';
import { ensureUser, updateUser } from '../../conversations/commands/save-user';
import { notAParticipant } from '../../conversations/not-a-participant';
import { userBody } from '../../conversations/rest/resources';
import { participantOf } from '../../conversations/rest/rest-call';
import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import { objectNames } from '../object-names';
import { openMemberships } from '../user-views';
import { clientConfiguration, membershipBody } from './client-bodies';
import { type ClientCall, type ClientRoute, ownConversation, textOf } from './client-route';

function ownMembership(call: ClientCall) {
  const [identity = '', conversationSid = ''] = call.names;
  const conversation = ownConversation(call, conversationSid);
  if (identity !== call.request.identity) throw notAParticipant(conversation.sid);
  return { conversation, participant: participantOf(conversation, identity) };
}

/** The client's own configuration, its conversations and its read horizon; users by identity. */
export const userRoutes: readonly ClientRoute[] = [
  {
    method: 'GET',
    path: /^\/Client\/v2\/Configuration$/,
    answer: ({ request, conversations }) => {
      // A reset may have come between connecting and asking.
      ensureUser(conversations.context, request.identity);
      return { status: 200, body: clientConfiguration(request.identity, conversations) };
    },
  },
  {
    method: 'GET',
    path: /^\/Client\/v1\/Users\/([^/]+)\/Conversations$/,
    answer: ({ request, conversations }) => {
      const user = ensureUser(conversations.context, request.identity);
      const list = openMemberships(user).map((membership) => membershipBody(membership, conversations));
      return { status: 200, body: { conversations: list, meta: { next_token: null } } };
    },
  },
  {
    method: 'GET',
    path: /^\/Client\/v1\/Users\/([^/]+)\/Conversations\/([^/]+)$/,
    answer: (call) => ({ status: 200, body: membershipBody(ownMembership(call), call.conversations) }),
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Users\/([^/]+)\/Conversations\/([^/]+)$/,
    answer: (call) => {
      const membership = ownMembership(call);
      const index = call.request.json.last_read_message_index;
      if (index !== null && typeof index !== 'number') {
        throw invalidParameter('last_read_message_index must be a number or null');
      }
      moveReadHorizon(call.conversations.context, { ...membership, index, origin: call.origin });
      return { status: 200, body: membershipBody(membership, call.conversations) };
    },
  },
  {
    method: 'GET',
    path: /^\/Client\/v1\/Users\/([^/]+)$/,
    answer: ({ names: [identity = ''], conversations }) => {
      const user = conversations.context.state.user(identity);
      if (!user) throw notFound(`/Users/${identity}`);
      const syncObjects = { user_info_map: objectNames.userInfo(user.identity) };
      return { status: 200, body: { ...userBody(user, conversations), sync_objects: syncObjects } };
    },
  },
  {
    method: 'POST',
    path: /^\/Client\/v1\/Users\/([^/]+)$/,
    answer: (call) => {
      const { request, conversations, names } = call;
      if (names[0] !== request.identity) throw notFound(`/Users/${names[0]}`);
      const user = ensureUser(conversations.context, request.identity);
      const values = { friendlyName: textOf(call, 'friendly_name'), attributes: textOf(call, 'attributes') };
      updateUser(conversations.context, user, values);
      return { status: 200, body: userBody(user, conversations) };
    },
  },
];
