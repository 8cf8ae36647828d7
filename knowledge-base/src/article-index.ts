import MiniSearch from 'minisearch';
import type { Article } from './article';
import { functionWords } from './function-words';

export interface FoundArticle {
  article: Article;
  /** Comparable within one search only. Higher is better. */
  score: number;
}

export interface ArticleIndex {
  /** The articles that have something to do with the question, best first. None is an honest answer. */
  search(question: string, limit: number): FoundArticle[];
}

interface Entry {
  key: number;
  title: string;
  queries: string;
  category: string;
  text: string;
}

/**
 * An index over articles in memory: BM25 over title, example questions, category and text, with a tolerance for
 * typos and for unfinished words. Words that only hold a sentence together ("i", "the", "how") find nothing.
 */
export function buildArticleIndex(articles: readonly Article[]): ArticleIndex {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'queries', 'category', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => (functionWords.has(term) ? null : term),
    searchOptions: {
      boost: { title: 3, queries: 2, category: 1, text: 0.5 },
      // A typo in a word of four letters is already another word.
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      prefix: (term) => term.length > 3,
      weights: { fuzzy: 0.3, prefix: 0.4 },
      combineWith: 'OR',
    },
  });
  index.addAll(
    articles.map((article, key) => ({
      key,
      title: article.title,
      queries: article.queries.join('\n'),
      category: article.category,
      text: article.text,
    })),
  );
  return {
    search(question, limit) {
      const found: FoundArticle[] = [];
      for (const { id, score } of index.search(question.slice(0, longestQuestion))) {
        const article = articles[id as number];
        if (article && found.length < limit) found.push({ article, score });
      }
      return found;
    },
  };
}

/** A question is a few sentences. What is beyond would only cost time; players may send 2,000 characters. In UTF-16 units. */
const longestQuestion = 1_000;

function wordsOf(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => (isUnspaced(run) ? wordsOfUnspaced(run) : run));
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Japanese and Chinese write no spaces. */
function isUnspaced(run: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run);
}

/** What is in Hiragana alone holds a Japanese sentence together, as "of" and "is" do an English one. */
function wordsOfUnspaced(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment).filter(
    (segment) => !/^\p{Script=Hiragana}+$/u.test(segment),
  );
}
