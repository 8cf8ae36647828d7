import type { FastifyInstance } from 'fastify';
import { listPins, pinMessage } from '../channels/pins';
import { findChannel } from './find-channel';
import type { RestDeps } from './rest-deps';

/** Pinned messages; the older addresses under `/pins` are deprecated. https://discord.com/developers/docs/resources/message#pin-message */
export function registerPinRoutes(app: FastifyInstance, { state }: RestDeps): void {
  app.get<{ Params: { channelId: string } }>('/channels/:channelId/messages/pins', async ({ params }) =>
    listPins(state, findChannel(state, params.channelId)),
  );
  app.put<{ Params: { channelId: string; messageId: string } }>(
    '/channels/:channelId/messages/pins/:messageId',
    async ({ params }, reply) => {
      pinMessage(state, findChannel(state, params.channelId), params.messageId);
      return reply.code(204).send();
    },
  );
}
