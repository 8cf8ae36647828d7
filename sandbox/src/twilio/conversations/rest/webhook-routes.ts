import type { FastifyInstance } from 'fastify';
import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import { addWebhook } from '../commands/add-webhook';
import type { Conversations } from '../create-conversations';
import { type ScopedWebhook, webhookEvents } from '../records';
import type { Form } from './form';
import { pageBody, pageParameters, readPage, slicePage } from './pages';
import { webhookBody } from './resources';
import { conversationOf, formOf, queryOf, type RestRequest, repeatedField } from './rest-call';

const fields = [
  'Target',
  'Configuration.Url',
  'Configuration.Method',
  'Configuration.Filters',
  'Configuration.FlowSid',
  'Configuration.ReplayAfter',
] as const;

/** https://www.twilio.com/docs/conversations/api/conversation-scoped-webhook-resource */
export function webhookRoutes(scope: FastifyInstance, conversations: Conversations): void {
  const { context, studioTriggers } = conversations;

  scope.post('/v1/Conversations/:conversation/Webhooks', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const webhook = addWebhook(context, { conversation, target: targetOf(request) });
    studioTriggers.replay(conversation, webhook);
    return reply.code(201).send(webhookBody(conversation, webhook, conversations));
  });

  scope.get('/v1/Conversations/:conversation/Webhooks', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const page = readPage(queryOf(request, pageParameters));
    const { items, next } = slicePage(conversation.webhooks.values(), page);
    return reply.send(
      pageBody({
        path: `/Conversations/${conversation.sid}/Webhooks`,
        key: 'webhooks',
        items: items.map((webhook) => webhookBody(conversation, webhook, conversations)),
        request: page,
        next,
      }),
    );
  });

  scope.delete('/v1/Conversations/:conversation/Webhooks/:webhook', (request: RestRequest, reply) => {
    const conversation = conversationOf(context.state, request);
    const { webhook } = request.params;
    if (!conversation.webhooks.delete(webhook))
      throw notFound(`/Conversations/${conversation.sid}/Webhooks/${webhook}`);
    return reply.code(204).send();
  });
}

function targetOf(request: RestRequest): ScopedWebhook['target'] {
  const form = formOf(request, fields);
  // `trigger` (the third target) reacts to words in a body: nobody here uses it.
  if (form.choice('Target', ['webhook', 'studio']) === 'studio') return studioTarget(form);
  form.required('Target');
  // Twilio's documents write the method in capitals, its OpenAPI file in small letters.
  form.choice('Configuration.Method', ['post', 'POST']);
  const filters = repeatedField(request, 'Configuration.Filters').map((filter) => {
    const event = webhookEvents.find((known) => known === filter);
    if (event === undefined) throw invalidParameter(`Configuration.Filters does not know "${filter}"`);
    return event;
  });
  return { kind: 'webhook', url: webUrl(form.required('Configuration.Url')), filters: new Set(filters) };
}

function studioTarget(form: Form): ScopedWebhook['target'] {
  const flowSid = form.required('Configuration.FlowSid');
  if (!/^FW[0-9a-f]{32}$/.test(flowSid)) throw invalidParameter('Configuration.FlowSid is not the SID of a flow');
  return { kind: 'studio', flowSid, replayAfter: form.wholeNumber('Configuration.ReplayAfter') ?? null };
}

function webUrl(value: string): string {
  const { protocol } = URL.canParse(value) ? new URL(value) : { protocol: '' };
  if (protocol !== 'http:' && protocol !== 'https:') throw invalidParameter('Configuration.Url must be a web address');
  return value;
}
