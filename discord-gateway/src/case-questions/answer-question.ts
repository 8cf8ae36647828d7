import { readQuestion } from '@discord-channel/case-management';
import { type CaseAnswer, decodeCaseAnswer, isCaseAnswer } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { PlayerMessage } from '../inbound/player-message';
import { readDmChannel } from '../store/dm-channels';
import { lastAsked } from '../store/player-notices';
import { readAnswerWords } from './answer-words';
import { applyAnswer } from './apply-answer';
import { questionOfNotice } from './question-notice';
import { tellOutcome } from './tell-outcome';

export interface AnswerQuestionDependencies {
  pool: Pool;
  rest: REST;
}

/**
 * Takes what a player said as the answer to a question about a case: the press of a button under it, or words when the
 * question was the last thing said. Safe to repeat.
 * @returns `not-an-answer` for what belongs into the conversation
 * @throws what the Discord client throws when the outcome could not be told: the attempt is to be repeated.
 */
export async function answerQuestion(
  { pool, rest }: AnswerQuestionDependencies,
  dmChannelId: string,
  message: PlayerMessage,
): Promise<'answered' | 'not-an-answer'> {
  const pressed = message.customId !== undefined;
  if (message.customId !== undefined && !isCaseAnswer(message.customId)) return 'not-an-answer';
  const answer =
    message.customId !== undefined
      ? decodeCaseAnswer(message.customId)
      : await findTypedAnswer(pool, dmChannelId, message.body);
  if (!answer && !pressed) return 'not-an-answer';
  const { origin } = await readDmChannel(pool, dmChannelId);
  const outcome = answer ? await applyAnswer(pool, answer, origin) : ({ kind: 'not-open' } as const);
  await tellOutcome({ pool, rest }, { origin, questionId: answer?.questionId, outcome, message });
  return 'answered';
}

/** Only a question that nobody has answered yet, and only words that answer a question of its kind. */
async function findTypedAnswer(pool: Pool, dmChannelId: string, body: string): Promise<CaseAnswer | undefined> {
  // Most messages say something else: they cost no look into the database.
  const said = readAnswerWords(body);
  if (said === undefined) return undefined;
  const questionId = questionOfNotice((await lastAsked(pool, dmChannelId)) ?? '');
  const question = questionId === undefined ? undefined : await readQuestion(pool, questionId);
  if (questionId === undefined || !question || question.isAnswered) return undefined;
  if (question.kind === 'rating') return typeof said === 'object' ? { kind: 'rate', questionId, ...said } : undefined;
  return typeof said === 'object' ? undefined : { kind: said, questionId };
}
