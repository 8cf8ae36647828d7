/**
 * Discord's locale in words, with its code: "Polish (pl)". A locale that nobody knows stays a code.
 * https://discord.com/developers/docs/reference#locales
 */
export function languageName(locale: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(locale);
    return name && name !== locale ? `${name} (${locale})` : locale;
  } catch {
    return locale;
  }
}
