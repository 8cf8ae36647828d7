import { type GamePlatform, gamePlatform } from '@discord-channel/contracts';
import { type PlayerLanguage, playerLanguage, playerText } from '@discord-channel/player-texts';
import type { LocalizationMap } from 'discord-api-types/v10';

/** Brands are the same in every language. */
const brands: Readonly<Record<Exclude<GamePlatform, 'other'>, string>> = {
  pc: 'PC',
  playstation: 'PlayStation',
  xbox: 'Xbox',
  switch: 'Nintendo Switch',
  ios: 'iOS',
  android: 'Android',
};

/** The platforms to choose from, as a player with this language reads them. */
export function platformNames(language: PlayerLanguage): { value: GamePlatform; label: string }[] {
  return gamePlatform.options.map((value) => ({
    value,
    label: value === 'other' ? playerText(language, 'platform.other') : brands[value],
  }));
}

/** Locales of Discord that there are texts for, beside English. */
const localesWithTexts = ['fr', 'pl', 'ja', 'zh-CN', 'zh-TW'] as const;

/** The same as choices of a command's option. */
export const platformChoices = platformNames('en').map(({ value, label }) => ({
  value,
  name: label,
  ...(value === 'other' && {
    name_localizations: Object.fromEntries(
      localesWithTexts.map((locale) => [locale, playerText(playerLanguage(locale), 'platform.other')]),
    ) satisfies LocalizationMap,
  }),
}));
