import type { Cues } from './agent-cues/cues';
import { mendSlips } from './mend-slips';

/** A person and a verb further apart than this have nothing to do with each other. In UTF-16 units. */
const reach = 45;
/** A "not" denies what is as near as this. In UTF-16 units. */
const denialReach = 30;
/** A longer clause is a tale. In UTF-16 units. */
const longestClause = 400;

/** `denies`: a person is talked of, and not wanted. `cancels`: what was asked before is taken back. */
export type CuesAnswer = 'asks' | 'denies' | 'cancels' | 'neither';

/** Reads clauses of a language by the words that occur together: does the player ask for a person? */
export function askByCues(cues: Cues): (clause: string) => CuesAnswer {
  const { spaced, fold } = cues;
  const one = (list: string) => (list.trim() === '' ? '(?!)' : alternatives(list, spaced));
  const person = `${one(cues.staff)}|${one(cues.human)}`;
  const asks = [
    near(person, `${one(cues.talk)}|${one(cues.transfer)}|${one(cues.want)}`),
    near(one(cues.someone), one(cues.transfer)),
  ];
  const talksToSomeone = near(one(cues.someone), one(cues.talk));
  const wish = new RegExp(`${one(cues.want)}|${one(cues.rhetorical)}`);
  const alone = `${person}|${one(cues.alone)}`;
  const bare = new RegExp(`^(?:(?:${one(cues.filler)}) ?)*(?:(?:${alone}) ?(?:(?:${one(cues.filler)}) ?)*)+$`);
  const breaks = new RegExp(one(cues.breaks), 'g');
  const ignored = new RegExp(one(cues.ignored), 'g');
  const tale = new RegExp(one(cues.tale));
  const denied = new RegExp(one(cues.denied));
  const rhetorical = new RegExp(one(cues.rhetorical));
  const cancellation = new RegExp(`^(?:(?:${one(cues.filler)}) ?)*(?:${one(cues.cancellation)})`);
  const mistyped = cues.oftenMistyped?.split(/\s+/) ?? [];
  const noSlips = new Set(cues.noSlips?.split(/\s+/));

  const isDenied = (part: string, { index, 0: { length } }: RegExpExecArray) =>
    denied.test(part.slice(Math.max(0, index - denialReach), index + length + denialReach)) && !rhetorical.test(part);
  const read = (part: string): CuesAnswer => {
    if (cancellation.test(part)) return 'cancels';
    if (bare.test(part)) return 'asks';
    const found = [...asks, ...(wish.test(part) ? [talksToSomeone] : [])].flatMap((pattern) => [
      ...part.matchAll(pattern),
    ]);
    if (found.length === 0) return 'neither';
    return tale.test(part) || found.every((match) => isDenied(part, match)) ? 'denies' : 'asks';
  };

  return (clause) => {
    const folded = fold(clause).replace(/\s+/g, ' ').trim();
    if (folded.length > longestClause) return 'neither';
    const mended = mistyped.length > 0 ? mendSlips(folded, mistyped, noSlips) : folded;
    return mended
      .split(breaks)
      .map((piece) => piece.replace(ignored, ' ').replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '')
      .map(read)
      .reduce(
        (before, answer) => (answer === 'neither' || (answer === 'denies' && before === 'asks') ? before : answer),
        'neither',
      );
  };
}

/** A pattern for any word of a list. */
function alternatives(list: string, spaced: boolean): string {
  const words = list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' ').replaceAll('~', '[^ ]*'));
  const any = `(?:${words.join('|')})`;
  // The text is words with one blank between them. Classes of letters here would take a cold Function half a second.
  return spaced ? `(?<![^ ])${any}(?![^ ])` : any;
}

/** Both, in either order. */
function near(one: string, other: string): RegExp {
  return new RegExp(`(?:${one}).{0,${reach}}?(?:${other})|(?:${other}).{0,${reach}}?(?:${one})`, 'g');
}
