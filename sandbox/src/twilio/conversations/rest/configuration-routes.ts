import type { FastifyInstance } from 'fastify';
import type { Conversations } from '../create-conversations';
import { restBase } from './resources';

/** Which service is the account's default: Flex's own. https://www.twilio.com/docs/conversations/api/configuration-resource */
export function configurationRoutes(scope: FastifyInstance, { accountSid, chatServiceSid }: Conversations): void {
  const url = `${restBase}/Configuration`;
  scope.get('/v1/Configuration', async () => ({
    account_sid: accountSid,
    default_chat_service_sid: chatServiceSid,
    default_messaging_service_sid: null,
    default_inactive_timer: null,
    default_closed_timer: null,
    url,
    links: { service: `${restBase}/Services/${chatServiceSid}`, webhooks: `${url}/Webhooks` },
  }));
}
