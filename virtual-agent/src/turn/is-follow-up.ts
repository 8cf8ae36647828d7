/** A question with more words than these stands for itself. */
const mostWords = 5;

/** How a sentence begins that goes on from the one before, in the languages that players write in. */
const goesOn =
  /^(?:and|what about|how about|but|or|also|then|et|mais|ou|sinon|alors|i|a co z|a|ale|albo|und|was ist mit|oder|aber|y|pero|o|e|mas|ou|ve|peki|ya|а|и|или|но|còn|thế còn|और|लेकिन|و|ماذا عن|لكن|او|أو)(?=[\s,]|$)|^(?:でも|それで|じゃあ|では|あと|それと|那|那么|还有|但是|그럼|그런데|그리고|แล้ว)/iu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * True for a message that only says something together with the question before it: "and on my phone?". Told by how it
 * begins, as long as it is short.
 */
export function isFollowUp(text: string): boolean {
  const words = [...segmenter.segment(text.slice(0, 200))].filter(({ isWordLike }) => isWordLike).length;
  if (words === 0 || text.length > 120) return false;
  return goesOn.test(text.trim()) ? words <= 2 * mostWords : false;
}
