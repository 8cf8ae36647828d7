import { inTransaction, type Pool } from '@discord-channel/database';
import { changeLanguage, languageDiffers } from '@discord-channel/virtual-agent';
import { detectLanguage } from '../language/detect-language';
import { weighLanguage } from '../language/weigh-language';
import { type DmChannel, readDmChannel, saveLanguageMemory } from '../store/dm-channels';
import type { FollowedLanguages } from './followed-languages';
import type { PlayerMessage } from './player-message';

export interface LearnLanguageDependencies {
  pool: Pool;
  languages: FollowedLanguages;
}

/**
 * Learns from a message which language its player writes, and lets an open conversation follow: what is known of the
 * player may have changed since it began, by this message or by what Discord told with a press. Called before the
 * message is published, so that its own answer is in that language. Safe to repeat with the same message.
 * @returns the DM as it is known afterwards
 */
export async function learnLanguage(
  { pool, languages }: LearnLanguageDependencies,
  dm: DmChannel,
  message: PlayerMessage,
): Promise<DmChannel> {
  const { dmChannelId } = dm;
  const memory = weighLanguage(dm.languageMemory, detectLanguage(ownWords(message)), message.discordId);
  const isNew = memory !== dm.languageMemory;
  if (isNew) await saveLanguageMemory(pool, dmChannelId, memory);
  const known = isNew ? await readDmChannel(pool, dmChannelId) : dm;
  const { locale } = known.origin;
  const conversation = known.latest?.uniqueName;
  if (locale === null || conversation === undefined || languages.isFollowed(conversation, locale)) return known;
  if (await languageDiffers(pool, { dmChannelId, locale })) {
    await inTransaction(pool, (db) => changeLanguage(db, { dmChannelId, locale }));
  }
  languages.follows(conversation, locale);
  return known;
}

/** A press says what our button said, and a line in brackets is ours: neither is the player's own writing. */
function ownWords({ body, customId, uncarried }: PlayerMessage): string {
  if (customId !== undefined) return '';
  if (uncarried === undefined) return body;
  return body
    .split('\n')
    .filter((line) => !/^\[.*\]$/.test(line.trim()))
    .join('\n');
}
