import type { DiscordOrigin } from '@discord-channel/contracts';
import { enqueueJob, type Pool } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import type { REST } from '@discordjs/rest';
import { buttonRows } from '../discord/button-rows';
import { type DirectMessage, editDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import type { PlayerMessage } from '../inbound/player-message';
import { messageOfNotice } from '../store/player-notices';
import type { AnswerOutcome } from './apply-answer';
import { composeRating } from './compose-question';
import { noticeOfQuestion } from './question-notice';

export interface ToldOutcome {
  /** The player, and the DM in which the answer was given. */
  origin: DiscordOrigin;
  /** Undefined for a button that names none. */
  questionId: string | undefined;
  outcome: AnswerOutcome;
  /** What the player said. */
  message: PlayerMessage;
}

/**
 * The question's own message says what came of it, and no longer asks. Who answered in words, or whose question has no
 * message any more, is told in a message of its own.
 */
export async function tellOutcome(
  { pool, rest }: { pool: Pool; rest: REST },
  { origin, questionId, outcome, message }: ToldOutcome,
): Promise<void> {
  const { dmChannelId } = origin;
  const shown = present(outcome, questionId, playerLanguage(origin.locale));
  const messageId = questionId && (await messageOfNotice(pool, dmChannelId, noticeOfQuestion(questionId)));
  const isShown = messageId ? await edit(rest, { dmChannelId, messageId, shown }) : false;
  if (isShown && message.customId !== undefined) return;
  const key = `answer:${message.discordId}`;
  await enqueueJob(pool, 'tell-player', { dmChannelId, key, text: shown.content }, { key });
}

function present(
  outcome: AnswerOutcome,
  questionId: string | undefined,
  language: ReturnType<typeof playerLanguage>,
): DirectMessage & { content: string } {
  if (outcome.kind === 'told') return { content: playerText(language, outcome.text, { number: outcome.number }) };
  if (outcome.kind === 'not-open' || questionId === undefined) {
    return { content: playerText(language, 'case.question-over') };
  }
  const { text, buttons = [] } = composeRating(language, { questionId, number: outcome.number, given: outcome.score });
  return { content: text, components: buttonRows(buttons) };
}

/** False when the message cannot be edited for good: somebody deleted it. */
async function edit(
  rest: REST,
  { dmChannelId, messageId, shown }: { dmChannelId: string; messageId: string; shown: DirectMessage },
): Promise<boolean> {
  try {
    await editDirectMessage(rest, dmChannelId, messageId, shown);
    return true;
  } catch (error) {
    if (discordFailure(error)?.kind === 'refused') return false;
    throw error;
  }
}
