import type { FastifyInstance } from 'fastify';
import { createConversation } from '../commands/create-conversation';
import { updateConversation } from '../commands/update-conversation';
import type { Conversations } from '../create-conversations';
import type { Form } from './form';
import { conversationBody } from './resources';
import { conversationOf, formOf, originOf, type RestRequest } from './rest-call';

const writable = ['FriendlyName', 'Attributes', 'State', 'Timers.Inactive', 'Timers.Closed'] as const;
const states = ['active', 'inactive', 'closed'] as const;

function valuesOf(form: Form) {
  const inactive = form.text('Timers.Inactive');
  const closed = form.text('Timers.Closed');
  return {
    friendlyName: form.text('FriendlyName'),
    attributes: form.text('Attributes'),
    state: form.choice('State', states),
    timers:
      inactive === undefined && closed === undefined
        ? undefined
        : { ...(inactive !== undefined && { inactive }), ...(closed !== undefined && { closed }) },
  };
}

/** https://www.twilio.com/docs/conversations/api/conversation-resource */
export function conversationRoutes(scope: FastifyInstance, conversations: Conversations): void {
  const { context } = conversations;

  scope.post('/v1/Conversations', (request: RestRequest, reply) => {
    const form = formOf(request, [...writable, 'UniqueName']);
    const conversation = createConversation(context, {
      ...valuesOf(form),
      uniqueName: form.text('UniqueName'),
      origin: originOf(request),
    });
    return reply.code(201).send(conversationBody(conversation, conversations));
  });

  scope.get('/v1/Conversations/:conversation', (request: RestRequest, reply) =>
    reply.send(conversationBody(conversationOf(context.state, request), conversations)),
  );

  scope.post('/v1/Conversations/:conversation', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const values = valuesOf(formOf(request, writable));
    updateConversation(context, { conversation, ...values, origin: originOf(request) });
    return reply.send(conversationBody(conversation, conversations));
  });
}
