import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type RESTGetCurrentApplicationResult, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Commands } from '../commands/command';
import { registerCommands } from '../discord/register-commands';
import { keepTrying } from '../flow/keep-trying';

export interface IntroduceBotOptions {
  rest: REST;
  commands: Commands;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Waits until Discord answers, learns who the bot is and makes its slash commands those of this release.
 * @throws Error at once when the token is refused.
 */
export function introduceBot({
  rest,
  commands,
  logger,
  signal,
}: IntroduceBotOptions): Promise<{ applicationId: string }> {
  return keepTrying(
    async () => {
      const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
      const definitions = commands.map(({ definition }) => definition);
      const outcome = await registerCommands(rest, application.id, definitions);
      logger.info({ applicationId: application.id, commands: outcome }, 'introduced to Discord');
      return { applicationId: application.id };
    },
    { what: 'reach Discord', logger, signal, isFinal: isTokenRefused },
  ).catch((error: unknown) => {
    throw isTokenRefused(error)
      ? new Error('Discord refuses the bot token: check DISCORD_BOT_TOKEN', { cause: error })
      : error;
  });
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}
