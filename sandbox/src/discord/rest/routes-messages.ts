import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createBotMessage } from '../messages/create-message';
import { deleteMessage } from '../messages/delete-message';
import { editBotMessage } from '../messages/edit-message';
import { createMessageBody, editMessageBody } from '../messages/message-body';
import { requireInChannel } from '../permissions/require-permission';
import { discordErrors } from './discord-error';
import { findChannel } from './find-channel';
import { parseBody } from './parse-body';
import { Multipart } from './read-multipart';
import type { RestDeps } from './rest-deps';

const id = z.string().regex(/^\d{1,20}$/);

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const listQuery = z.strictObject({
  after: id.optional(),
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

interface OneChannel {
  Params: { channelId: string };
}
interface OneMessage {
  Params: { channelId: string; messageId: string };
}

/** Messages of a channel: write, edit, read. */
export function registerMessageRoutes(app: FastifyInstance, { state, limits }: RestDeps): void {
  const readable = (channelId: string) => {
    const channel = findChannel(state, channelId);
    requireInChannel(state, channel, PermissionFlagsBits.ReadMessageHistory);
    return channel;
  };

  app.post<OneChannel>(
    '/channels/:channelId/messages',
    { onRequest: limits.perChannel({ name: 'create-message', limit: 5, windowMs: 5_000 }) },
    async ({ params, body }) => {
      const { payload, files } = body instanceof Multipart ? body : { payload: body, files: [] };
      return createBotMessage(
        state,
        findChannel(state, params.channelId),
        parseBody(createMessageBody, payload),
        files,
      );
    },
  );
  app.patch<OneMessage>(
    '/channels/:channelId/messages/:messageId',
    { onRequest: limits.perChannel({ name: 'edit-message', limit: 5, windowMs: 5_000 }) },
    async ({ params, body }) =>
      editBotMessage(state, findChannel(state, params.channelId), params.messageId, parseBody(editMessageBody, body)),
  );
  app.delete<OneMessage>(
    '/channels/:channelId/messages/:messageId',
    { onRequest: limits.perChannel({ name: 'delete-message', limit: 5, windowMs: 1_000 }) },
    async ({ params }, reply) => {
      deleteMessage(state, readable(params.channelId), params.messageId, state.bot.id);
      return reply.code(204).send();
    },
  );
  app.get<OneChannel>('/channels/:channelId/messages', async ({ params, query }) => {
    const channel = readable(params.channelId);
    return channel.messages.page(parseBody(listQuery, query)).map((message) => state.attachments.freshen(message));
  });
  app.get<OneMessage>('/channels/:channelId/messages/:messageId', async ({ params }) => {
    const message = readable(params.channelId).messages.get(params.messageId);
    if (!message) throw discordErrors.unknownMessage();
    return state.attachments.freshen(message);
  });
}
