import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { CommandCall } from '../inbound/read-dispatch';

export interface CommandDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  logger: Logger;
}

/** A slash command. Its answer was deferred, visible to its user only, before `run` is called. */
export interface Command {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody & { name: string };
  /** Called again after a failure or a restart: every step is safe to repeat. Calls of one player come one by one. */
  run(deps: CommandDependencies, call: CommandCall): Promise<void>;
}

export type Commands = readonly Command[];
