import type { PlayerLanguage } from '@discord-channel/player-texts';
import { detectAll } from 'tinyld';
import { onlyChinese } from './only-chinese';
import { tellingWords } from './telling-words';
import { writtenWords } from './written-words';

/**
 * What a text tells of its language. `clear`: this is it. `hint`: probably, another such text would settle it.
 * `undecided`: too short, a name, code, mixed, or none of our languages.
 */
export type LanguageReading = { kind: 'clear' | 'hint'; language: PlayerLanguage } | { kind: 'undecided' };

const undecided: LanguageReading = { kind: 'undecided' };

/** The share of a text's letters that a script must have: below it, the text is mixed. Every script borrows Latin words. */
const leadingShare = 0.4;
const latinShare = 0.85;
/** Below it, tinyld guesses. It gives 1 where a word belongs to one language alone. */
const leastAccuracy = 0.08;
/** How much likelier than the next language the first one must be. */
const leastLead = 1.5;

/** Reads the language of what a player wrote, of those that we have texts in. Pure: the same text reads the same. */
export function detectLanguage(text: string): LanguageReading {
  const words = writtenWords(text);
  const letters = count(words, /\p{L}/gu);
  if (letters < 2) return undecided;
  const leads = (script: RegExp, share = leadingShare) => count(words, script) >= Math.max(2, letters * share);

  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const han = /\p{Script=Han}/gu;
  // Two kana, so that the face ¯\_(ツ)_/¯ is no Japanese.
  if (count(words, kana) >= 2 && leads(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/gu)) {
    return { kind: count(words, kana) >= 4 ? 'clear' : 'hint', language: 'ja' };
  }
  if (count(words, kana) === 0 && leads(han)) return readHan(words, count(words, han));
  if (leads(/\p{Script=Arabic}/gu)) return readArabicScript(words);
  if (leads(/\p{Script=Latin}/gu, latinShare)) return readLatin(words);
  return undecided;
}

/** Japanese is written without kana at times ("返金希望"): only what is Chinese alone counts. */
function readHan(words: string, han: number): LanguageReading {
  if (!onlyChinese.test(words)) return undecided;
  return { kind: han >= 3 ? 'clear' : 'hint', language: 'zh-CN' };
}

/** Persian, Urdu and others have letters that Arabic has not; what they share in short texts is left open. */
function readArabicScript(words: string): LanguageReading {
  if (/[پچژگکیۀہھڑںےۓڤڭەۆێۇ]/u.test(words)) return undecided;
  const several = words.split(' ').length >= 2;
  if (several && mostLikely(words)?.language === 'ar') return { kind: 'clear', language: 'ar' };
  return { kind: 'hint', language: 'ar' };
}

function readLatin(words: string): LanguageReading {
  const separate = words.toLowerCase().split(' ');
  const told = separate.flatMap((word) => tellingWords.get(word) ?? []);
  const toldAlone = new Set(told).size === 1 ? told[0] : undefined;
  // Two words that give it away count for more than what letters look like: players leave diacritics out.
  if (toldAlone && told.length >= 2) return { kind: separate.length >= 4 ? 'clear' : 'hint', language: toldAlone };
  const likely = separate.length >= 2 ? mostLikely(words) : undefined;
  if (likely?.accuracy === 1 || (likely && toldAlone === undefined)) {
    if (!isOurs(likely.language)) return undecided;
    return { kind: separate.length >= 4 && likely.accuracy === 1 ? 'clear' : 'hint', language: likely.language };
  }
  return toldAlone ? { kind: 'hint', language: toldAlone } : undecided;
}

function mostLikely(words: string): { language: string; accuracy: number } | undefined {
  const [first, second] = detectAll(words);
  if (!first || first.accuracy < leastAccuracy || first.accuracy < (second?.accuracy ?? 0) * leastLead)
    return undefined;
  return { language: first.lang, accuracy: first.accuracy };
}

function isOurs(language: string): language is 'en' | 'fr' | 'pl' {
  return language === 'en' || language === 'fr' || language === 'pl';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
