import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireInChannel } from '../permissions/require-permission';
import { discordErrors } from './discord-error';
import { findChannel } from './find-channel';
import { parseBody } from './parse-body';
import type { RestDeps } from './rest-deps';

const createDmBody = z.strictObject({ recipient_id: z.string() });

/** Channels, the bot's DMs and the typing indicator. */
export function registerChannelRoutes(app: FastifyInstance, { state, limits }: RestDeps): void {
  app.post('/users/@me/channels', async ({ body }) => {
    const player = state.players.get(parseBody(createDmBody, body).recipient_id);
    if (!player) throw discordErrors.unknownUser();
    if (state.opensDmsTooFast && !state.dmChannelIds.has(player.user.id)) throw discordErrors.opensDmsTooFast();
    return state.dmChannel(player).api;
  });
  app.get<{ Params: { channelId: string } }>('/channels/:channelId', async ({ params }) => {
    const channel = findChannel(state, params.channelId);
    requireInChannel(state, channel);
    return channel.api;
  });
  app.post<{ Params: { channelId: string } }>(
    '/channels/:channelId/typing',
    { onRequest: limits.perChannel({ name: 'typing', limit: 5, windowMs: 5_000 }) },
    async ({ params }, reply) => {
      const channel = findChannel(state, params.channelId);
      requireInChannel(state, channel, PermissionFlagsBits.SendMessages);
      state.emit({ kind: 'typing-started', channel, userId: state.bot.id });
      return reply.code(204).send();
    },
  );
}
