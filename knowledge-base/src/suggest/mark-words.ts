import { isCommonTerm } from '../search/common-words';
import { hashTerm } from '../search/hash-term';
import { normaliseText, withoutAccents } from '../search/normalise-text';

/** Where a word stands: begin and end in UTF-16 units. */
export type Mark = [begin: number, end: number];

/** Scripts that put no spaces between words. The long sign of Katakana belongs to no script. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** A word, with the apostrophes inside it, or a run of a script without spaces. */
const pieces = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}'’ʼ])+`, 'gu');
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const apostrophes = /^['’ʼ]+|['’ʼ]+$/g;
/** Two such letters are the end of a verb more often than a word. */
const hiraganaOnly = /^[\p{Script=Hiragana}ー]+$/u;

/** Letters at the beginning that two forms of one word have in common: what the search compares too. */
const stemLength = 5;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a question that say what it is about. */
interface Wanted {
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** In scripts without spaces, the longest first. */
  segments: readonly string[];
}

/**
 * Makes a marker of the words of a text that a question has too, in any script: exact words, other forms of long ones,
 * with or without accents. Words that hold every sentence together are not marked, unless the question has no others.
 * @returns for a text, the places in order, none overlapping another
 */
export function markWords(question: string): (text: string) => Mark[] {
  const all = read(question, () => true);
  const telling = read(question, isTelling);
  const wanted = telling.words.size + telling.segments.length > 0 ? telling : all;
  return (text) => {
    const marks: Mark[] = [];
    for (const { 0: piece, index } of text.matchAll(pieces)) {
      if (isUnspaced.test(piece)) marks.push(...markRun(piece, index, wanted));
      else if (isWanted(normalise(piece), wanted)) marks.push([index, index + piece.length]);
    }
    return marks;
  };
}

function read(question: string, isMeant: (word: string) => boolean): Wanted {
  const words = new Set<string>();
  const segments = new Set<string>();
  for (const [piece] of question.matchAll(pieces)) {
    if (isUnspaced.test(piece)) {
      for (const { segment } of segmenter.segment(normaliseText(piece))) if (isMeant(segment)) segments.add(segment);
    } else if (normalise(piece) !== '' && isMeant(normalise(piece))) words.add(normalise(piece));
  }
  const stems = new Set([...words].flatMap((word) => stemOf(word) ?? []));
  return { words, stems, segments: [...segments].sort((one, other) => other.length - one.length) };
}

const normalise = (piece: string): string => normaliseText(piece.replace(apostrophes, ''));

function isTelling(word: string): boolean {
  if (isCommonTerm(hashTerm('word', word))) return false;
  return !(hiraganaOnly.test(word) && [...word].length < 3);
}

function isWanted(word: string, { words, stems }: Wanted): boolean {
  const stem = stemOf(word);
  return words.has(word) || (stem !== undefined && stems.has(stem));
}

/** Undefined for a word that is too short to have several forms with one beginning. */
function stemOf(word: string): string | undefined {
  const letters = [...withoutAccents(word)];
  return letters.length < stemLength ? undefined : letters.slice(0, stemLength).join('');
}

function markRun(run: string, index: number, { segments }: Wanted): Mark[] {
  const normalised = normaliseText(run);
  // Where other ways of writing have other lengths, places cannot be told; this is rare.
  if (normalised.length !== run.length) return [];
  const marks: Mark[] = [];
  for (let at = 0; at < normalised.length; ) {
    const found = segments.find((segment) => normalised.startsWith(segment, at));
    const last = marks.at(-1);
    if (found && last?.[1] === index + at) last[1] += found.length;
    else if (found) marks.push([index + at, index + at + found.length]);
    at += found?.length ?? 1;
  }
  return marks;
}
