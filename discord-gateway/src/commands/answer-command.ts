import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { SnowflakeUtil } from 'discord.js';
import { type APIEmbed, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { editAnswer } from '../discord/answer-interaction';
import { openDirectMessage, sendDirectMessage } from '../discord/direct-messages';
import { discordFailure, isDiscordRefusal } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import type { CommandCall } from '../inbound/read-dispatch';
import type { CommandDependencies } from './command';

/** Milliseconds in which an acknowledgement may still be on its way. */
const acknowledgementMs = 10_000;

export interface AnswerDetails {
  embeds?: APIEmbed[];
  /** The only user whom the answer may ping. */
  mention?: string;
  /** The player has to know: said in the DM when the interaction can no longer be answered. */
  orDirectly?: boolean;
}

/**
 * Writes the answer of a command. An interaction that was never acknowledged (the worker died within the first
 * instant) or is older than 15 minutes can no longer be answered: that is logged, and the command counts as done.
 */
export async function answerCommand(
  deps: CommandDependencies,
  call: CommandCall,
  content: string,
  { embeds, mention, orDirectly = false }: AnswerDetails = {},
): Promise<void> {
  const { rest, applicationId, logger } = deps;
  try {
    await editAnswer(rest, applicationId, call.token, { content, embeds, mention });
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
    if (orDirectly) await sayDirectly(deps, call, content, embeds);
  }
}

/** Tells the player that the command was not carried out. */
export async function answerCommandFailure(deps: CommandDependencies, call: CommandCall): Promise<void> {
  const content = playerText(playerLanguage(call.player.locale), 'command.failed');
  await answerCommand(deps, call, content, { orDirectly: true });
}

async function sayDirectly(
  { rest, logger }: CommandDependencies,
  { interactionId, player }: CommandCall,
  content: string,
  embeds: APIEmbed[] | undefined,
): Promise<void> {
  try {
    const dmChannelId = await openDirectMessage(rest, player.userId);
    await sendDirectMessage(rest, dmChannelId, { content, embeds }, messageNonce(`answer:${interactionId}`, 0));
  } catch (error) {
    if (discordFailure(error)?.kind !== 'refused') throw error;
    logger.warn({ err: error, interactionId }, 'the player takes no direct messages either');
  }
}
