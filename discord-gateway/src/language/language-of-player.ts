import { isPlayerLocale, type PlayerLanguage } from '@discord-channel/player-texts';

export interface KnownLanguages {
  /** With /language. */
  chosen: string | null;
  /** Discord's locale of the player, told by commands and presses. */
  locale: string | null;
  detected: PlayerLanguage | null;
  /** See `LanguageMemory`. */
  certain: boolean;
}

/**
 * The locale that a player is written to in, or null while nothing is known. What was chosen stands. The locale of
 * Discord comes next, but it is often inherited: English on a computer, and Arabic is none. So a player who certainly
 * writes another of our languages gets that one; English never overrules, because people write it to bots whatever
 * they speak.
 */
export function languageOfPlayer({ chosen, locale, detected, certain }: KnownLanguages): string | null {
  if (chosen !== null) return chosen;
  if (detected !== null && detected !== 'en' && certain) return detected;
  if (locale !== null && isPlayerLocale(locale)) return locale;
  return detected ?? locale;
}
