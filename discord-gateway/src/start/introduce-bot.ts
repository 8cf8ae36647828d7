import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type RESTGetCurrentApplicationResult, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Commands } from '../commands/command';
import { registerCommands } from '../discord/register-commands';
import { keepTrying } from '../flow/keep-trying';

export interface DiscordStart {
  rest: REST;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Waits until Discord answers, and learns who the bot is.
 * @throws Error at once when the token is refused.
 */
export function learnApplication({ rest, logger, signal }: DiscordStart): Promise<string> {
  return keepTrying(async () => ((await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult).id, {
    what: 'reach Discord',
    logger,
    signal,
    isFinal: isTokenRefused,
  }).catch((error: unknown) => {
    throw isTokenRefused(error)
      ? new Error('Discord refuses the bot token: check DISCORD_BOT_TOKEN', { cause: error })
      : error;
  });
}

/** Makes the bot's slash commands those of this release: for the active worker only, or two releases would take turns. */
export function introduceBot(
  { rest, logger, signal }: DiscordStart,
  applicationId: string,
  commands: Commands,
): Promise<void> {
  return keepTrying(
    async () => {
      const definitions = commands.map(({ definition }) => definition);
      const outcome = await registerCommands(rest, applicationId, definitions);
      logger.info({ applicationId, commands: outcome }, 'introduced to Discord');
    },
    { what: 'register the commands', logger, signal, isFinal: isTokenRefused },
  );
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}
