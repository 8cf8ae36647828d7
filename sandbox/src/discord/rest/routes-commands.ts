import type { FastifyInstance } from 'fastify';
import { commandsBody } from '../commands/command-body';
import { overwriteCommands } from '../commands/overwrite-commands';
import { discordErrors } from './discord-error';
import { parseBody } from './parse-body';
import type { RestDeps } from './rest-deps';

interface Scope {
  Params: { applicationId: string; guildId?: string };
}

/** Slash commands, for everywhere or for one server. */
export function registerCommandRoutes(app: FastifyInstance, { state }: RestDeps): void {
  const check = ({ applicationId, guildId }: Scope['Params']) => {
    if (applicationId !== state.application.id) throw discordErrors.unknownApplication();
    if (guildId !== undefined && guildId !== state.world.guild.id) throw discordErrors.unknownGuild();
  };
  for (const path of [
    '/applications/:applicationId/commands',
    '/applications/:applicationId/guilds/:guildId/commands',
  ]) {
    app.put<Scope>(path, async ({ params, body }) => {
      check(params);
      return overwriteCommands(state, params.guildId, parseBody(commandsBody, body));
    });
    app.get<Scope>(path, async ({ params }) => {
      check(params);
      const commands = [...state.commands.values()].filter(({ guildId }) => guildId === params.guildId);
      return commands.map(({ api }) => api);
    });
  }
}
