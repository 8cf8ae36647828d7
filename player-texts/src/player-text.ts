import english from '../texts/en.json';

/** Key of a text that players read. */
export type PlayerTextKey = keyof typeof english;

/** Languages that the texts exist in. Every file has every key. */
export type PlayerLanguage = 'en';

const texts: Record<PlayerLanguage, Record<PlayerTextKey, string>> = { en: english };

/**
 * The language for a Discord locale ("en-GB", "fr", null): the file of the same language, else English.
 */
export function playerLanguage(locale: string | null): PlayerLanguage {
  const language = locale?.split('-')[0];
  return language !== undefined && language in texts ? (language as PlayerLanguage) : 'en';
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
