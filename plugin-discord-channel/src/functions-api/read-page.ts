import type { FindResult } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

/**
 * Makes a reader of answers that should be a page.
 * @param texts the fields of an item that are drawn as text: an item without one of them is no answer of ours
 */
export function readPage<Item>(texts: readonly (keyof Item & string)[]) {
  const isItem = (value: unknown): value is Item =>
    isObject(value) &&
    isText(value.id) &&
    Number.isInteger(value.number) &&
    isText(value.createdAt) &&
    texts.every((name) => isText(value[name]));
  return (status: number, body: string): FindResult<Item> => {
    const answer = parseAnswer(body);
    if (status === 200 && isObject(answer) && Array.isArray(answer.items) && answer.items.every(isItem)) {
      return { kind: 'page', items: answer.items, next: typeof answer.next === 'number' ? answer.next : null };
    }
    return readRefusal(status, body);
  };
}
