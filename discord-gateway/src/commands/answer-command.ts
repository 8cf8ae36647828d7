import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { SnowflakeUtil } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { editAnswer } from '../discord/answer-interaction';
import { isDiscordRefusal } from '../discord/discord-failure';
import type { CommandCall } from '../inbound/read-dispatch';
import type { CommandDependencies } from './command';

/** Milliseconds in which an acknowledgement may still be on its way. */
const acknowledgementMs = 10_000;

/**
 * Writes the answer of a command. An interaction that was never acknowledged (the worker died within the first
 * instant) or is older than 15 minutes can no longer be answered: that is logged, and the command counts as done.
 */
export async function answerCommand(
  { rest, applicationId, logger }: CommandDependencies,
  call: CommandCall,
  content: string,
): Promise<void> {
  try {
    await editAnswer(rest, applicationId, call.token, content);
  } catch (error) {
    const isTooLate = isDiscordRefusal(
      error,
      RESTJSONErrorCodes.UnknownWebhook,
      RESTJSONErrorCodes.UnknownMessage,
      RESTJSONErrorCodes.InvalidWebhookToken,
    );
    const ageMs = Date.now() - SnowflakeUtil.timestampFrom(call.interactionId);
    if (isTooLate && ageMs < acknowledgementMs)
      throw new Error('the command is not acknowledged yet', { cause: error });
    if (!isTooLate) throw error;
    logger.warn({ err: error, interactionId: call.interactionId }, 'an interaction could not be answered any more');
  }
}

/** Tells the player that the command was not carried out. */
export async function answerCommandFailure(deps: CommandDependencies, call: CommandCall): Promise<void> {
  await answerCommand(deps, call, playerText(playerLanguage(call.player.locale), 'command.failed'));
}
