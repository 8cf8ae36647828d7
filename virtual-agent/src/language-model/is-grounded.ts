/** At least this share of a sentence's words has to stand in the articles. */
const minSupport = 0.6;
/** Words that share so many letters at their beginning are forms of one. */
const stem = 5;
/** Shorter words of an alphabet say nothing by themselves. */
const shortestWord = 4;
/** A sentence of nothing but short words may have so many: "Yes." More of them say something all the same. */
const mostShortWords = 2;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const isIdeographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const link = /https?:\/\/|www\.|discord\.gg|\b[\w-]+\.(?:com|net|org|gg|io|ru|xyz|link|app|dev|me)\b/i;
/** What turns a sentence into its opposite, in the languages that players are answered in. */
const denial =
  /(?<!\p{L})(?:not|no|never|cannot|without|none|nobody|nothing|neither|nor|ne|n|pas|jamais|sans|aucune?|nie|bez|nigdy|żadn\p{L}*|و?(?:لا|لم|لن|ليس\p{L}*|بدون|غير))(?!\p{L})|n['’]t(?!\p{L})|ない|ません|なく|なかっ|ずに|[不没沒無无未勿别]/iu;
const sentenceEnds = /[.!?。！？؟\n]+/u;
const mention = /<[@#&:t]|@everyone|@here/i;

/**
 * True for an answer that says what the articles say: most words of every sentence stand in them, every number does,
 * and what they deny is denied; no link, no mention. What the player wrote supports nothing, so an answer that does as
 * the player told it is not grounded.
 */
export function isGrounded(answer: string, articles: readonly { title: string; text: string }[]): boolean {
  if (link.test(answer) || mention.test(answer)) return false;
  const source = articles.map(({ title, text }) => `${title}\n${text}`).join('\n');
  const known = new Set(contentWords(source));
  const knownWords = new Set(wordsOf(source));
  const numbers = new Set(source.match(/\p{Nd}+/gu) ?? []);
  const given = source.split(sentenceEnds).map((text) => ({ denies: denial.test(text), words: contentWords(text) }));
  const sentences = answer.split(sentenceEnds).filter((sentence) => sentence.trim() !== '');
  return sentences.every((sentence) => {
    if ((sentence.match(/\p{Nd}+/gu) ?? []).some((number) => !numbers.has(number))) return false;
    const words = contentWords(sentence);
    if (words.length > 0) return isSupported(words, known) && isDeniedAlike(words, denial.test(sentence), given);
    const short = wordsOf(sentence);
    return short.length <= mostShortWords || isSupported(short, knownWords);
  });
}

function isSupported(words: readonly string[], known: ReadonlySet<string>): boolean {
  return words.filter((word) => known.has(word)).length >= words.length * minSupport;
}

interface Given {
  denies: boolean;
  words: readonly string[];
}

/** "We refund purchases" is made of the words of "We do not refund purchases". */
function isDeniedAlike(words: readonly string[], denies: boolean, given: readonly Given[]): boolean {
  const shared = given.map((sentence) => sentence.words.filter((word) => words.includes(word)).length);
  const most = Math.max(...shared);
  return given.some((sentence, place) => shared[place] === most && sentence.denies === denies);
}

function wordsOf(text: string): string[] {
  const segments = segmenter.segment(text.normalize('NFKC').toLowerCase());
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

function contentWords(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (isIdeographic.test(word)) return [word];
    return word.length >= shortestWord ? [word.slice(0, stem)] : [];
  });
}
