import { type Fence, findFences, findUnbreakable, type Stretch } from './find-unbreakable';

/** The longest content of a Discord message, in UTF-16 units. */
const maxContentLength = 2_000;

const closing = '\n```';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a cut may be at, best first. Each matches at the place where a part would end. */
const breaks: readonly RegExp[] = [/\n[ \t\r]*\n/y, /\n/y, /(?<=[.!?…]["'”’)\]]?)[ \t]|(?<=[。！？])/y, /[ \t]/y];

/**
 * Splits text into parts that Discord takes: at paragraphs, else lines, sentences, words, characters as people see
 * them. Links, mentions, emoji and blocks of code stay whole; a block that is too long for a part is closed and
 * opened again with its language. Nothing is lost but the breaks; a part is never blank.
 */
export function splitText(text: string, limit: number = maxContentLength): string[] {
  const fences = text.length <= limit ? [] : findFences(text);
  const splitting = { text, limit, fences, whole: findUnbreakable(text, fences, limit) };
  const parts: string[] = [];
  let from = 0;
  let opened: Fence | undefined;
  for (;;) {
    const head = opened?.opening ?? '';
    if (head.length + text.length - from <= limit) {
      parts.push(head + text.slice(from));
      return parts.filter((part) => part.trim() !== '');
    }
    const cut = cutAfter(splitting, from, head.length);
    opened = fenceAround(fences, cut, limit);
    const part = text.slice(from, cut);
    parts.push(head + (opened ? part + closing : part.trimEnd()));
    from = skipBreak(text, cut, opened !== undefined);
  }
}

interface Splitting {
  text: string;
  limit: number;
  fences: readonly Fence[];
  whole: readonly Stretch[];
}

/** What the choice of one cut looks at: no more than the part that it ends. */
interface Choice extends Splitting {
  /** Where characters as people see them begin. */
  starts: ReadonlySet<number>;
}

/** More than any character that people see takes, but for hostile ones. */
const longestGrapheme = 64;

/** Where the part that begins at `from` ends: at the best break of its second half, else at the best of its first. */
function cutAfter(splitting: Splitting, from: number, headLength: number): number {
  const { text, limit, fences, whole } = splitting;
  const last = Math.min(text.length - 1, from + limit - headLength);
  const seen = graphemes.segment(text.slice(from, last + longestGrapheme));
  const starts = new Set([...seen].map(({ index }) => from + index));
  const near = ({ from: begin, to }: Stretch) => to > from && begin <= last;
  const choice = { ...splitting, fences: fences.filter(near), whole: whole.filter(near), starts };
  const room = (at: number) => limit - headLength - (fenceAround(choice.fences, at, limit) ? closing.length : 0);
  const candidates: number[] = [];
  for (let at = last; at > from; at -= 1) if (at - from <= room(at) && isAllowed(choice, at)) candidates.push(at);
  const half = from + Math.floor((limit - headLength) / 2);
  const far = candidates.filter((at) => at >= half);
  for (const some of [far, candidates]) {
    for (const pattern of breaks) {
      const found = some.find((at) => isBreak(choice, at, pattern));
      if (found !== undefined) return found;
    }
  }
  return candidates.find((at) => starts.has(at)) ?? cutBetweenCharacters(text, from, last);
}

/** For what is one piece and longer than a part. */
function cutBetweenCharacters(text: string, from: number, last: number): number {
  const isInside = /[\ud800-\udbff]/.test(text.charAt(last - 1)) && /[\udc00-\udfff]/.test(text.charAt(last));
  return isInside && last - 1 > from ? last - 1 : last;
}

function isAllowed({ whole, fences, limit }: Splitting, at: number): boolean {
  if (whole.some(({ from, to }) => from < at && at < to)) return false;
  // Inside of a long block only its code may be cut.
  return fences.every((fence) => at <= fence.from || at >= fence.to || fenceAround([fence], at, limit) !== undefined);
}

function isBreak({ text, fences, starts }: Choice, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  // The end of a block of code and the beginning of one are as good as a line break.
  if (!pattern.test(text)) return pattern === breaks[1] && fences.some(({ from, to }) => at === from || at === to);
  if (text.charAt(at) === '\n') return true;
  // White space with a mark on it is a character of its own.
  return starts.has(at) && (text.charAt(at).trim() !== '' || starts.has(at + 1));
}

/** The block that a cut goes through; undefined outside of one, and in one that fits into a part. */
function fenceAround(fences: readonly Fence[], at: number, limit: number): Fence | undefined {
  return fences.find(({ from, to, code }) => to - from > limit && code.from < at && at < code.to);
}

/** The next part begins behind the break. Code keeps its indentation. */
function skipBreak(text: string, cut: number, inCode: boolean): number {
  const pattern = inCode ? /\r?\n|[ \t]/y : /(?:[ \t]*\r?\n)+|[ \t]+/y;
  pattern.lastIndex = cut;
  return cut + (pattern.exec(text)?.[0].length ?? 0);
}
