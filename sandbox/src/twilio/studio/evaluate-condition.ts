type Predicate = (input: string, value: string) => boolean;

const folded = (text: string) => text.trim().toLowerCase();
const listed: Predicate = (input, value) => value.split(',').map(folded).includes(folded(input));
const equal: Predicate = (input, value) => folded(input) === folded(value);
const contains: Predicate = (input, value) => folded(input).includes(folded(value));
const startsWith: Predicate = (input, value) => folded(input).startsWith(folded(value));
const blank: Predicate = (input) => input.trim() === '';
const not =
  (predicate: Predicate): Predicate =>
  (input, value) =>
    !predicate(input, value);
const numbers =
  (compare: (a: number, b: number) => boolean): Predicate =>
  (input, value) =>
    input.trim() !== '' && compare(Number(input), Number(value));
/** Times of day (`14:05`) and dates (`2026-11-21`) are compared as text: both are written with leading zeros. */
const before: Predicate = (input, value) => input.trim() < value.trim();
const after: Predicate = (input, value) => input.trim() > value.trim();

const predicates: Readonly<Record<string, Predicate>> = {
  equal_to: equal,
  not_equal_to: not(equal),
  matches_any_of: listed,
  does_not_match_any_of: not(listed),
  is_blank: blank,
  is_not_blank: not(blank),
  regex: (input, value) => new RegExp(value).test(input),
  contains,
  does_not_contain: not(contains),
  starts_with: startsWith,
  does_not_start_with: not(startsWith),
  less_than: numbers((a, b) => a < b),
  greater_than: numbers((a, b) => a > b),
  is_before_time: before,
  is_after_time: after,
  is_before_date: before,
  is_after_date: after,
};

/** The types of conditions that a split knows. */
export const conditionTypes: readonly string[] = Object.keys(predicates);

/**
 * Whether a rendered input meets a condition. Text is compared without regard to case, save for `regex`.
 * https://www.twilio.com/docs/studio/widget-library/split-based-on
 */
export function meetsCondition(type: string, input: string, value: string): boolean {
  const predicate = predicates[type];
  if (!predicate) throw new Error(`A split knows no condition ${type}`);
  return predicate(input, value);
}
