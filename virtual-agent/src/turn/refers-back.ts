/** A message with more words than these says itself what it is about. */
const mostWords = 10;

/** Words that stand for what was spoken of before, in the languages that players write in; none that means something else in another. */
const standsForIt =
  /(?<!\p{L})(?:it|its|that|this|these|those|them|they|ça|ca|cela|ceci|tego|temu|tym|das|dies|dabei|dafür|davon|eso|esto|ello|isso|isto|bu|bunu|şu|şunu|onu|это|этого|этим|его|nó|cái đó|cái này|यह|इसे|इसका|वह|उसे|هذا|هذه|هذي|ذلك|تلك)(?!\p{L})|それ|これ|その|この|它|这个|那个|這個|그거|이거|그건|이건|그것|이것|มัน|อันนี้|อันนั้น/iu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** True for a short message that names its subject by a word such as "it": "how long does it take?". */
export function refersBack(text: string): boolean {
  if (text.length > 120 || !standsForIt.test(text)) return false;
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length <= mostWords;
}
