import type { SearchableArticle } from '../src/search/collect-postings';
import type { DataSet, LabelledQuestion } from './data-set';
import { randomNumbers } from './random-numbers';

const syllables =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu'.split(
    ' ',
  );
const vocabularySize = 40_000;
const wordsOfText = 100;
const queriesPerArticle = 3;
const questionCount = 1_000;

/**
 * A set of any size from made-up words that are as unevenly spread as those of a language (Zipf). It says nothing
 * about how well is answered, only how fast and with how much memory.
 */
export function makeUpSet(articleCount: number, seed: number): DataSet {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const vocabulary = Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(syllables)).join(''),
  );
  // Word number n is met about 1 / n as often as the first.
  const word = () => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? '';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const articles = Array.from(
    { length: articleCount },
    (_, number): SearchableArticle => ({
      id: `article-${number}`,
      title: words(5),
      category: '',
      queries: Array.from({ length: queriesPerArticle }, () => words(8)),
      text: words(wordsOfText),
    }),
  );
  const questions = Array.from({ length: questionCount }, (): LabelledQuestion => {
    const { id, title, queries } = pick(articles);
    return { question: `${words(3)} ${pick([title, ...queries])}`, relevant: [id] };
  });
  return { articles, questions };
}
