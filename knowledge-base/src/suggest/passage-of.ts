import { excerptOf } from '../excerpt-of';
import type { Mark } from './mark-words';

/** About three lines beside a conversation. In UTF-16 units. */
const passageLength = 220;
/** What is further down in an article is not looked at: agents wait. In UTF-16 units. */
const longestText = 20_000;
/** Where a sentence begins, in any script. */
const sentenceStarts = /(?<=[.!?…]\s)|(?<=[。！？।؟])/gu;

/** The part of an article that has most of the words looked for, and the beginning if it has as many. */
export function passageOf(markdown: string, mark: (text: string) => Mark[]): { text: string; marks: Mark[] } {
  const plain = excerptOf(markdown, longestText);
  const starts = [0, ...[...plain.matchAll(sentenceStarts)].map(({ index }) => index)];
  const marks = mark(plain);
  const inside = (start: number) => marks.filter(([begin, end]) => begin >= start && end <= start + passageLength);
  // Different words tell more than one word many times.
  const rateOf = (start: number) => new Set(inside(start).map((at) => plain.slice(...at).toLowerCase())).size;
  let best = 0;
  let bestRate = rateOf(0);
  for (const start of starts) {
    if (rateOf(start) <= bestRate) continue;
    best = start;
    bestRate = rateOf(start);
  }
  // Sentences before the first such word tell nothing, unless they are the first ones.
  const [first] = inside(best);
  if (best > 0 && first) best = starts.filter((start) => start <= first[0]).at(-1) ?? best;
  const text = `${best > 0 ? '… ' : ''}${excerptOf(plain.slice(best), passageLength)}`;
  return { text, marks: mark(text) };
}
