import type { FastifyInstance } from 'fastify';
import { addParticipant } from '../commands/add-participant';
import { moveReadHorizon } from '../commands/move-read-horizon';
import { removeParticipant } from '../commands/remove-participant';
import type { Conversations } from '../create-conversations';
import type { Form } from './form';
import { pageBody, pageParameters, readPage, slicePage } from './pages';
import { participantBody, participantConversationBody } from './resources';
import { conversationOf, formOf, originOf, participantOf, queryOf, type RestRequest } from './rest-call';

/** https://www.twilio.com/docs/conversations/api/conversation-participant-resource */
export function participantRoutes(scope: FastifyInstance, conversations: Conversations): void {
  const { context } = conversations;

  scope.post('/v1/Conversations/:conversation/Participants', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const form = formOf(request, ['Identity', 'Attributes']);
    const participant = addParticipant(context, {
      conversation,
      identity: form.required('Identity'),
      attributes: form.text('Attributes'),
      origin: originOf(request),
    });
    return reply.code(201).send(participantBody(conversation, participant, conversations));
  });

  scope.get('/v1/Conversations/:conversation/Participants', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const page = readPage(queryOf(request, pageParameters));
    const { items, next } = slicePage(conversation.participants.values(), page);
    return reply.send(
      pageBody({
        path: `/Conversations/${conversation.sid}/Participants`,
        key: 'participants',
        items: items.map((participant) => participantBody(conversation, participant, conversations)),
        request: page,
        next,
      }),
    );
  });

  scope.post('/v1/Conversations/:conversation/Participants/:participant', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const participant = participantOf(conversation, request.params.participant);
    const index = formOf(request, ['LastReadMessageIndex']).wholeNumber('LastReadMessageIndex');
    if (index !== undefined) moveReadHorizon(context, { conversation, participant, index, origin: originOf(request) });
    return reply.send(participantBody(conversation, participant, conversations));
  });

  scope.delete('/v1/Conversations/:conversation/Participants/:participant', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const participant = participantOf(conversation, request.params.participant);
    removeParticipant(context, { conversation, participant, origin: originOf(request) });
    return reply.code(204).send();
  });

  // The conversations of one customer, closed ones included; an identity that nobody knows has none.
  scope.get('/v1/ParticipantConversations', (request: RestRequest, reply) => {
    const form: Form = queryOf(request, ['Identity', ...pageParameters]);
    const identity = form.required('Identity');
    const user = context.state.user(identity);
    const page = readPage(form);
    const { items, next } = slicePage(user?.memberships.values() ?? [], page);
    return reply.send(
      pageBody({
        path: '/ParticipantConversations',
        query: { Identity: identity },
        key: 'conversations',
        items: user ? items.map((membership) => participantConversationBody(user, membership, conversations)) : [],
        request: page,
        next,
      }),
    );
  });
}
