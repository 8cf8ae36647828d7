import type { FastifyInstance } from 'fastify';
import { invalidParameter } from '../../rest/twilio-rest-error';
import { addMessage } from '../commands/add-message';
import { removeMessage } from '../commands/remove-message';
import { updateMessage } from '../commands/update-message';
import type { Conversations } from '../create-conversations';
import type { Conversation, Message } from '../records';
import { type PageRequest, pageBody, pageParameters, readPage } from './pages';
import { messageBody } from './resources';
import { conversationOf, formOf, messageOf, originOf, queryOf, type RestRequest } from './rest-call';

/** The author of a message whose sender names none. */
const defaultAuthor = 'system';

/** https://www.twilio.com/docs/conversations/api/conversation-message-resource */
export function messageRoutes(scope: FastifyInstance, conversations: Conversations): void {
  const { context } = conversations;

  scope.post('/v1/Conversations/:conversation/Messages', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const form = formOf(request, ['Author', 'Body', 'Attributes', 'MediaSid']);
    const body = form.text('Body');
    const mediaSid = form.text('MediaSid');
    if (!body && !mediaSid) throw invalidParameter('A message needs a Body or a MediaSid');
    const message = addMessage(context, {
      conversation,
      author: form.text('Author') ?? defaultAuthor,
      body: body || null,
      attributes: form.text('Attributes'),
      mediaSids: mediaSid ? [mediaSid] : [],
      origin: originOf(request),
    });
    return reply.code(201).send(messageBody(conversation, message, conversations));
  });

  scope.get('/v1/Conversations/:conversation/Messages', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const form = queryOf(request, ['Order', ...pageParameters]);
    const order = form.choice('Order', ['asc', 'desc']) ?? 'asc';
    const page = readPage(form);
    const { items, next } = messagePage(conversation, order, page);
    return reply.send(
      pageBody({
        path: `/Conversations/${conversation.sid}/Messages`,
        query: { Order: form.text('Order') },
        key: 'messages',
        items: items.map((message) => messageBody(conversation, message, conversations)),
        request: page,
        next,
      }),
    );
  });

  scope.get('/v1/Conversations/:conversation/Messages/:message', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const message = messageOf(conversation, request.params.message);
    return reply.send(messageBody(conversation, message, conversations));
  });

  scope.post('/v1/Conversations/:conversation/Messages/:message', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const form = formOf(request, ['Author', 'Body', 'Attributes']);
    const message = updateMessage(context, {
      conversation,
      message: messageOf(conversation, request.params.message),
      author: form.text('Author'),
      body: form.text('Body'),
      attributes: form.text('Attributes'),
      origin: originOf(request),
    });
    return reply.send(messageBody(conversation, message, conversations));
  });

  scope.delete('/v1/Conversations/:conversation/Messages/:message', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const message = messageOf(conversation, request.params.message);
    removeMessage(context, { conversation, message, origin: originOf(request) });
    return reply.code(204).send();
  });
}

/** Walks the indices, over gaps, from where the page starts: no look at messages outside the page. */
function messagePage(conversation: Conversation, order: 'asc' | 'desc', page: PageRequest) {
  const step = order === 'asc' ? 1 : -1;
  const items: Message[] = [];
  let index = page.start ?? (order === 'asc' ? 0 : conversation.nextIndex - 1);
  for (; index >= 0 && index < conversation.nextIndex; index += step) {
    const message = conversation.messages.get(index);
    if (!message) continue;
    if (items.length === page.size) return { items, next: index };
    items.push(message);
  }
  return { items, next: undefined };
}
