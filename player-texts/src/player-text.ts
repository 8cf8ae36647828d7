import arabic from '../texts/ar.json';
import english from '../texts/en.json';
import french from '../texts/fr.json';
import japanese from '../texts/ja.json';
import polish from '../texts/pl.json';
import chinese from '../texts/zh-CN.json';

/** Key of a text that players read. */
export type PlayerTextKey = keyof typeof english;

/** Languages that the texts exist in. Every file has every key, with the same placeholders. */
export type PlayerLanguage = 'en' | 'fr' | 'pl' | 'ja' | 'zh-CN' | 'ar';

const texts: Record<PlayerLanguage, Record<PlayerTextKey, string>> = {
  en: english,
  fr: french,
  pl: polish,
  ja: japanese,
  'zh-CN': chinese,
  ar: arabic,
};

/** Every language, English first. */
export const playerLanguages = Object.keys(texts) as readonly PlayerLanguage[];

/**
 * The language for a locale, Discord's ("en-GB", "zh-TW") or any other: the file of the same language, else English.
 * Every Chinese locale gets the one Chinese file. Arabic is no locale of Discord's, so nobody gets it by this alone.
 */
export function playerLanguage(locale: string | null): PlayerLanguage {
  return languageFor(locale) ?? 'en';
}

/** True for a locale whose language the texts exist in. */
export function isPlayerLocale(locale: string): boolean {
  return languageFor(locale) !== undefined;
}

function languageFor(locale: string | null): PlayerLanguage | undefined {
  const language = locale?.split('-')[0];
  return playerLanguages.find((known) => known.split('-')[0] === language);
}

/**
 * A text with its `{placeholders}` filled in. Values are put in as they are: the caller escapes what a player wrote.
 * @throws Error when a placeholder has no value, so that no player ever reads `{name}`.
 */
export function playerText(
  language: PlayerLanguage,
  key: PlayerTextKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[language][key].replace(/\{([a-z]+)\}/g, (_, placeholder: string) => {
    const value = values[placeholder];
    if (value === undefined) throw new Error(`The text "${key}" needs a value for {${placeholder}}`);
    return String(value);
  });
}
