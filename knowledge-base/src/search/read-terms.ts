import { normaliseText, withoutAccents } from './normalise-text';
import type { Terms } from './term-kinds';

/** Scripts that put no spaces between words. The long sign of Katakana belongs to no script. */
const ideographic = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const unspacedAlphabets = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const words = /[\p{L}\p{M}\p{N}]+/gu;
/** A run of one way of writing: "iPhoneの設定" is two. */
const runs = new RegExp(`[${ideographic}]+|[${unspacedAlphabets}]+|[^${ideographic}${unspacedAlphabets}]+`, 'gu');
const isIdeographic = new RegExp(`^[${ideographic}]`, 'u');
const isUnspacedAlphabet = new RegExp(`^[${unspacedAlphabets}]`, 'u');
const isHangul = /^\p{Script=Hangul}/u;

/** The dictionaries for Chinese, Japanese and Thai are chosen by the script, whatever the language given. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Letters at the beginning of a word that most inflection leaves alone; in Korean, syllables. */
const prefixLength = 5;
const hangulPrefixLength = 2;
const gramLength = 4;

/**
 * Takes a text apart into the terms that it is found by: its words, their beginnings without accents, pieces of four
 * letters, pairs of neighbours. The same for every language, so that nobody needs to know in which one a player asks.
 */
export function readTerms(text: string): Terms {
  const terms: Terms = { word: [], prefix: [], gram: [], pair: [] };
  let previous: string | undefined;
  for (const [word] of normaliseText(text).matchAll(words)) {
    for (const [run] of word.matchAll(runs)) {
      if (isIdeographic.test(run) || isUnspacedAlphabet.test(run)) {
        readUnspaced(run, terms);
        continue;
      }
      readSpaced(run, terms);
      if (previous !== undefined) terms.pair.push(`${previous} ${run}`);
      previous = run;
    }
  }
  return terms;
}

function readUnspaced(run: string, terms: Terms): void {
  for (const { segment } of segmenter.segment(run)) terms.word.push(segment);
  pushPieces(run, isIdeographic.test(run) ? 2 : 3, terms.gram);
}

function readSpaced(word: string, terms: Terms): void {
  terms.word.push(word);
  const letters = [...withoutAccents(word)];
  if (isHangul.test(word)) {
    terms.prefix.push(letters.slice(0, hangulPrefixLength).join(''));
    pushPieces(word, 2, terms.gram);
    return;
  }
  terms.prefix.push(letters.slice(0, prefixLength).join(''));
  pushPieces(`_${word}_`, gramLength, terms.gram);
}

/** Every piece of `length` characters, or the whole if it is no longer. */
function pushPieces(text: string, length: number, pieces: string[]): void {
  const characters = [...text];
  if (characters.length <= length) {
    pieces.push(text);
    return;
  }
  for (let start = 0; start + length <= characters.length; start += 1) {
    pieces.push(characters.slice(start, start + length).join(''));
  }
}
