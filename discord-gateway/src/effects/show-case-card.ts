import { type CaseCard, readCaseCard } from '@discord-channel/case-management';
import { playerLanguage } from '@discord-channel/player-texts';
import { noticeOfCard } from '../case-questions/card-notice';
import { composeCard } from '../case-questions/compose-card';
import { editDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { forgetCard, readCard, saveCard } from '../store/case-cards';
import { readDmChannel } from '../store/dm-channels';
import { addPlayerNotice } from '../store/player-notices';
import { readPlayersDm } from '../store/players-dm';
import type { Effect, EffectDependencies } from './effect';

/**
 * Shows the player how a case stands: one card in the DM, edited in place. It comes when the case is talked about first;
 * one that somebody deleted does not come back. Safe to repeat: what it shows already is not shown again.
 */
export const showCaseCard: Effect<'show-case-card'> = async (deps, { caseId }) => {
  const { pool, applicationId } = deps;
  const card = await readCaseCard(pool, caseId);
  if (card?.player?.applicationId !== applicationId) return;
  const key = noticeOfCard(caseId);
  const stored = await readCard(pool, key);
  if (!stored) return addCard(deps, key, { ...card, player: card.player });
  const embed = composeCard(await languageOf(deps, stored.dmChannelId), card);
  if (sameJson(stored.embed, embed) || stored.state === 'failed') return;
  if (stored.state === 'waiting') return saveCard(pool, key, embed);
  if (stored.messageId === null) return;
  try {
    await editDirectMessage(deps.rest, stored.dmChannelId, stored.messageId, { embeds: [embed] });
    await saveCard(pool, key, embed);
  } catch (error) {
    if (discordFailure(error)?.kind !== 'refused') throw error;
    deps.logger.info({ caseId, err: error }, 'the card of a case is gone');
    await forgetCard(pool, key);
  }
};

async function addCard(
  deps: EffectDependencies,
  key: string,
  card: CaseCard & { player: NonNullable<CaseCard['player']> },
): Promise<void> {
  const { pool, lanes } = deps;
  if (!card.isTalkedAbout || card.status === 'closed') return;
  const dm = await readPlayersDm(pool, card.player);
  if (!dm) return;
  const { dmChannelId } = dm;
  const embed = composeCard(await languageOf(deps, dmChannelId), card);
  await addPlayerNotice(pool, { key, dmChannelId, text: '', embed });
  lanes.wake(dmChannelId);
}

async function languageOf({ pool }: EffectDependencies, dmChannelId: string) {
  return playerLanguage((await readDmChannel(pool, dmChannelId)).origin.locale);
}

/** Postgres keeps what an object holds, not in which order. */
function sameJson(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
