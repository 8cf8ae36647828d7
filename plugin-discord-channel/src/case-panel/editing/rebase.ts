export type FieldValue = string | readonly string[];
export type FieldValues = { readonly [field: string]: FieldValue };

/** A form in the middle of being filled in. */
export interface Editing<Fields extends FieldValues> {
  /** What the server had when the agent last saw it, and its version. */
  base: Fields;
  version: number;
  /** What the agent wants. */
  draft: Fields;
  /** What somebody else put where the agent wants something different. */
  theirs: Partial<Fields>;
}

export const sameValue = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The fields in which the draft differs from what the server has. */
export function changedFields<Fields extends FieldValues>({ base, draft }: Editing<Fields>): Partial<Fields> {
  const changed = Object.entries(draft).filter(([field, value]) => !sameValue(value, base[field]));
  return Object.fromEntries(changed) as Partial<Fields>;
}

/**
 * Puts what an agent changed on top of what the server has by now. A field that the agent left alone shows the newer
 * value; one that both changed keeps the agent's and remembers the other.
 */
export function rebase<Fields extends FieldValues>(
  editing: Editing<Fields>,
  current: Fields,
  version: number,
): Editing<Fields> {
  const mine = changedFields(editing);
  const theirs = Object.entries(current).filter(([field, value]) => {
    if (!(field in mine) || sameValue(value, mine[field])) return false;
    return !sameValue(value, editing.base[field]) || field in editing.theirs;
  });
  return {
    base: current,
    version,
    draft: { ...current, ...mine },
    theirs: Object.fromEntries(theirs) as Partial<Fields>,
  };
}
