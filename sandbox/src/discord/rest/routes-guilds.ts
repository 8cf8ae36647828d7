import type { FastifyInstance } from 'fastify';
import { createChannelBody, editChannelBody, overwriteBody } from '../channels/channel-body';
import { createInGuild, editGuildChannel, listGuildChannels, overwritePermissions } from '../channels/guild-channels';
import { botMember } from '../permissions/member-permissions';
import { createGuild, createMember } from '../state/initial-objects';
import type { GuildChannelRecord } from '../state/records';
import { discordErrors } from './discord-error';
import { findChannel } from './find-channel';
import { parseBody } from './parse-body';
import type { RestDeps } from './rest-deps';

interface OneGuild {
  Params: { guildId: string };
}
interface OneChannel {
  Params: { channelId: string };
}

/** The server, its members, its channels and who may do what in them. */
export function registerGuildRoutes(app: FastifyInstance, { state }: RestDeps): void {
  const check = ({ guildId }: OneGuild['Params']) => {
    if (guildId !== state.world.guild.id) throw discordErrors.unknownGuild();
  };
  const guildChannel = ({ channelId }: OneChannel['Params']): GuildChannelRecord => {
    const channel = findChannel(state, channelId);
    if (channel.kind !== 'guild') throw discordErrors.wrongChannelType();
    return channel;
  };

  app.get<OneGuild>('/guilds/:guildId', async ({ params }) => {
    check(params);
    return createGuild(state.world, [...state.roles.values()]);
  });
  app.get<{ Params: { guildId: string; userId: string } }>('/guilds/:guildId/members/:userId', async ({ params }) => {
    check(params);
    if (params.userId === state.bot.id) return { ...createMember(state.bot, new Date(0)), ...botMember(state) };
    const player = state.players.get(params.userId);
    if (!player) throw discordErrors.unknownMember();
    return player.member;
  });
  app.get<OneGuild>('/guilds/:guildId/channels', async ({ params }) => {
    check(params);
    return listGuildChannels(state);
  });
  app.post<OneGuild>('/guilds/:guildId/channels', async ({ params, body }, reply) => {
    check(params);
    return reply.code(201).send(createInGuild(state, parseBody(createChannelBody, body)));
  });
  app.patch<OneChannel>('/channels/:channelId', async ({ params, body }) =>
    editGuildChannel(state, guildChannel(params), parseBody(editChannelBody, body)),
  );
  app.put<{ Params: { channelId: string; overwriteId: string } }>(
    '/channels/:channelId/permissions/:overwriteId',
    async ({ params, body }, reply) => {
      overwritePermissions(state, guildChannel(params), params.overwriteId, parseBody(overwriteBody, body));
      return reply.code(204).send();
    },
  );
}
