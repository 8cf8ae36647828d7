import { en } from './en';

export type TextKey = keyof typeof en;

/**
 * The words behind a key, with every `{name}` replaced by its value. Values are put in as they are and never looked
 * at again, so a player's name that contains braces stays a name.
 */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const given = new Map(Object.entries(values));
  return en[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(given.get(name) ?? placeholder));
}
