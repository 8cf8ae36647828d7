/** At least this share of a sentence's words has to stand in the articles. */
const minSupport = 0.6;
/** Words that share so many letters at their beginning are forms of one. */
const stem = 5;
/** Shorter words of an alphabet say nothing by themselves. */
const shortestWord = 4;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const isIdeographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const link = /https?:\/\/|www\.|discord\.gg|\b[\w-]+\.(?:com|net|org|gg|io|ru|xyz|link|app|dev|me)\b/i;
const mention = /<[@#&:t]|@everyone|@here/i;

/**
 * True for an answer that says what the articles say: most words of every sentence stand in them, and every number
 * does; no link, no mention. What the player wrote supports nothing, so an answer that does as the player told it is
 * not grounded.
 */
export function isGrounded(answer: string, articles: readonly { title: string; text: string }[]): boolean {
  if (link.test(answer) || mention.test(answer)) return false;
  const source = articles.map(({ title, text }) => `${title}\n${text}`).join('\n');
  const known = new Set(contentWords(source));
  const numbers = new Set(source.match(/\p{Nd}+/gu) ?? []);
  const sentences = answer.split(/[.!?。！？\n]+/u).filter((sentence) => sentence.trim() !== '');
  return sentences.every((sentence) => {
    if ((sentence.match(/\p{Nd}+/gu) ?? []).some((number) => !numbers.has(number))) return false;
    const words = contentWords(sentence);
    return words.filter((word) => known.has(word)).length >= words.length * minSupport;
  });
}

function contentWords(text: string): string[] {
  return [...segmenter.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) => {
    if (!isWordLike) return [];
    if (isIdeographic.test(segment)) return [segment];
    return segment.length >= shortestWord ? [segment.slice(0, stem)] : [];
  });
}
