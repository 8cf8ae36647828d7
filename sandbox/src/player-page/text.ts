import english from './texts/en.json';

export type TextKey = keyof typeof english;

/** A text of the page with its `{placeholders}` filled in. React puts it into the page as text, never as HTML. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return english[key].replace(/\{([a-z]+)\}/g, (_, placeholder: string) => String(values[placeholder] ?? ''));
}
