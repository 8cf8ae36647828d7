import type { ReadRowsResult } from './read-csv';
import type { ArticleRow } from './to-article';

/** Reads a list of objects, one for each article, and knows on which line each begins. */
export function readJson(content: string): ReadRowsResult {
  const text = content.replace(/^\ufeff/, '');
  const whole = parse(text);
  if (whole.kind === 'broken') {
    return { kind: 'rejected', line: lineOfMistake(text, whole.reason), reason: `is not JSON: ${whole.reason}` };
  }
  if (!Array.isArray(whole.value)) return { kind: 'rejected', line: 1, reason: 'must be a list of articles: [{...}]' };
  const lines = linesOfItems(text);
  const rows: ArticleRow[] = [];
  for (const [place, value] of whole.value.entries()) {
    const line = lines[place] ?? 1;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { kind: 'rejected', line, reason: 'an article must be an object: {...}' };
    }
    rows.push({ line, fields: value });
  }
  return { kind: 'read', rows };
}

function parse(text: string): { kind: 'parsed'; value: unknown } | { kind: 'broken'; reason: string } {
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The line of what is no JSON: where V8 says, which it does of some mistakes only. Of the others, the first line up to
 * which there is more wrong than that the rest is missing.
 */
function lineOfMistake(text: string, reason: string): number {
  const place = placeIn(reason);
  if (place !== undefined) return text.slice(0, place).split('\n').length;
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index);
  let [good, wrong] = [0, ends.length];
  while (wrong - good > 1) {
    const middle = Math.floor((good + wrong) / 2);
    const beginning = text.slice(0, ends[middle - 1]);
    const read = parse(beginning);
    const isUnfinished =
      read.kind === 'parsed' || /^Unexpected end /.test(read.reason) || placeIn(read.reason) === beginning.length;
    if (isUnfinished) good = middle;
    else wrong = middle;
  }
  return wrong;
}

function placeIn(reason: string): number | undefined {
  const place = / at position (\d+)/.exec(reason)?.[1];
  return place === undefined ? undefined : Number(place);
}

/** The line on which each item of the outermost list begins. The text is known to be JSON. */
function linesOfItems(text: string): number[] {
  const lines: number[] = [];
  let [line, depth, expecting] = [1, 0, false];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s[\]{},"]+/g)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    if (expecting && depth === 1 && token !== ']' && token !== ',') {
      lines.push(line);
      expecting = false;
    }
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth === 1 && ((token === '[' && lines.length === 0) || token === ',')) expecting = true;
  }
  return lines;
}
