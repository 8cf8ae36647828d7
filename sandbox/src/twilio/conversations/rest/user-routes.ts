import type { FastifyInstance } from 'fastify';
import { notFound, TwilioRestError } from '../../rest/twilio-rest-error';
import { checkIdentity } from '../check-values';
import { ensureUser, updateUser } from '../commands/save-user';
import type { Conversations } from '../create-conversations';
import type { User } from '../records';
import { userBody } from './resources';
import { formOf, type RestRequest } from './rest-call';

const writable = ['FriendlyName', 'Attributes'] as const;

/** https://www.twilio.com/docs/conversations/api/user-resource */
export function userRoutes(scope: FastifyInstance, conversations: Conversations): void {
  const { context } = conversations;
  const userOf = (request: RestRequest): User => {
    const user = context.state.user(request.params.user);
    if (!user) throw notFound(`/Users/${request.params.user}`);
    return user;
  };

  scope.post('/v1/Users', (request: RestRequest, reply) => {
    const form = formOf(request, [...writable, 'Identity']);
    const identity = checkIdentity(form.required('Identity'));
    if (context.state.user(identity)) {
      throw new TwilioRestError(409, 50201, 'User already exists');
    }
    const values = { friendlyName: form.text('FriendlyName'), attributes: form.text('Attributes') };
    const user = updateUser(context, ensureUser(context, identity), values);
    return reply.code(201).send(userBody(user, conversations));
  });

  scope.get('/v1/Users/:user', (request: RestRequest, reply) => reply.send(userBody(userOf(request), conversations)));

  scope.post('/v1/Users/:user', (request: RestRequest, reply) => {
    const user = userOf(request);
    const form = formOf(request, writable);
    updateUser(context, user, { friendlyName: form.text('FriendlyName'), attributes: form.text('Attributes') });
    return reply.send(userBody(user, conversations));
  });
}
