import type { FastifyInstance } from 'fastify';
import { createGuild } from '../state/initial-objects';
import { discordErrors } from './discord-error';
import type { RestDeps } from './rest-deps';

interface OneGuild {
  Params: { guildId: string };
}

/** The server and its channels. */
export function registerGuildRoutes(app: FastifyInstance, { state }: RestDeps): void {
  app.get<OneGuild>('/guilds/:guildId', async ({ params }) => {
    if (params.guildId !== state.world.guild.id) throw discordErrors.unknownGuild();
    return createGuild(state.world);
  });
  app.get<OneGuild>('/guilds/:guildId/channels', async ({ params }) => {
    if (params.guildId !== state.world.guild.id) throw discordErrors.unknownGuild();
    return state.world.guild.channels.flatMap(({ id }) => state.channels.get(id)?.api ?? []);
  });
}
