import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { CommandCall } from '../inbound/read-dispatch';

export interface CommandDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  /** Pages of the company's that answers point to; undefined where it has none. */
  links: { knownIssues: string | undefined; latestReleases: string | undefined };
  /** Tells a lane of the inbox that something was put into it. */
  wake: (lane: string) => void;
  logger: Logger;
}

/** A slash command. Its answer was deferred before `run` is called. */
export interface Command {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody & { name: string };
  /** Who sees the answer: only the player who gave the command, or everybody in the channel. */
  answeredTo: 'player' | 'channel';
  /**
   * The form that asks for what was not given, undefined when nothing is missing. It is the first answer and due within
   * 3 s, so it may wait for nothing. Its fields are named as the options are: what is handed in becomes a call of the
   * command with the options filled in, and no further form.
   */
  form?(call: CommandCall): APIModalInteractionResponseCallbackData | undefined;
  /** Called again after a failure or a restart: every step is safe to repeat. Calls of one player come one by one. */
  run(deps: CommandDependencies, call: CommandCall): Promise<void>;
}

export type Commands = readonly Command[];
