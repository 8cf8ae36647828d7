import { playerLanguage } from '@discord-channel/player-texts';
import { noticeOfCard } from '../case-questions/card-notice';
import { composeDeletedCard } from '../case-questions/compose-card';
import { editDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { forgetCard, readCard, saveCard } from '../store/case-cards';
import { readDmChannel } from '../store/dm-channels';
import type { Effect } from './effect';

/**
 * Lets the card in the DM say that its case was deleted, and nothing else of it. A case without a card gets none; safe
 * to repeat.
 */
export const closeCaseCard: Effect<'close-case-card'> = async (deps, { caseId, number, applicationId }) => {
  const { pool, rest, logger } = deps;
  if (applicationId !== deps.applicationId) return;
  const key = noticeOfCard(caseId);
  const stored = await readCard(pool, key);
  if (!stored || stored.state === 'failed') return;
  const { dmChannelId, messageId } = stored;
  const embed = composeDeletedCard(playerLanguage((await readDmChannel(pool, dmChannelId)).origin.locale), number);
  if (stored.state === 'waiting') return saveCard(pool, key, embed);
  if (messageId === null) return;
  try {
    await editDirectMessage(rest, dmChannelId, messageId, { embeds: [embed] });
    await saveCard(pool, key, embed);
  } catch (error) {
    if (discordFailure(error)?.kind !== 'refused') throw error;
    logger.info({ caseId, err: error }, 'the card of a deleted case is gone');
    await forgetCard(pool, key);
  }
};
