/** How a form names what it holds in a custom field. */
export type CustomKey = `custom:${string}`;
export type CustomKeys = { [key: CustomKey]: string };

export const customKey = (fieldId: string): CustomKey => `custom:${fieldId}`;

/** What a form begins with. */
export function toCustomKeys(values: Readonly<Record<string, string>>): CustomKeys {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [customKey(id), value]));
}

/** Takes what a form holds in custom fields apart from the rest of it. */
export function splitCustomKeys<Fields extends object>(
  fields: Fields & CustomKeys,
): { plain: Omit<Fields, CustomKey>; customValues: Record<string, string> } {
  const all = Object.entries(fields);
  const isCustom = ([key]: [string, unknown]) => key.startsWith('custom:');
  return {
    plain: Object.fromEntries(all.filter((entry) => !isCustom(entry))) as Omit<Fields, CustomKey>,
    customValues: Object.fromEntries(
      all.filter(isCustom).map(([key, value]) => [key.slice('custom:'.length), String(value)]),
    ),
  };
}
