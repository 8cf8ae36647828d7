import { hashTerm } from './hash-term';
import { readTerms } from './read-terms';
import { takeTurns } from './take-turns';
import { type TermKind, type Terms, termKinds } from './term-kinds';

/** What of an article is searched. */
export interface SearchableArticle {
  id: string;
  title: string;
  category: string;
  queries: readonly string[];
  /** Plain words. */
  text: string;
}

/** Which article has which term, term by term; articles are numbered as given. */
export interface Postings {
  articleCount: number;
  /** Number of a term by its hash. */
  termNumbers: ReadonlyMap<number, number>;
  kinds: readonly TermKind[];
  /** Term t has the entries from `starts[t]` to `starts[t + 1]`. */
  starts: Uint32Array;
  articles: Uint32Array;
  /** How much the article is about the term: 0 to `highestRate`, more than that once it was learnt. */
  rates: Float32Array;
}

/** A word in the title counts as often as this many in the text. */
const titleWeight = 2;
/** BM25: how fast a repeated word stops adding, and how much a long article is held against it. */
const saturation = 1.2;
const lengthPenalty = 0.75;
/** What the rate of a term repeated for ever comes to. */
export const highestRate = saturation + 1;

/** Counts the terms of every article and rates them by BM25, with the fields of an article weighted into one. */
export async function collectPostings(articles: readonly SearchableArticle[]): Promise<Postings> {
  const takeTurn = takeTurns();
  const termNumbers = new Map<number, number>();
  const kinds: TermKind[] = [];
  const counts = new Growing();
  const lengths = new Map(termKinds.map((kind) => [kind, new Float64Array(articles.length)]));
  for (const [article, content] of articles.entries()) {
    await takeTurn();
    const frequencies = new Map<number, number>();
    const add = (terms: Terms, weight: number) => {
      for (const kind of termKinds) {
        const length = lengths.get(kind);
        if (length) length[article] = (length[article] ?? 0) + weight * terms[kind].length;
        for (const term of terms[kind]) {
          const hash = hashTerm(kind, term);
          let number = termNumbers.get(hash);
          if (number === undefined) {
            number = kinds.push(kind) - 1;
            termNumbers.set(hash, number);
          }
          frequencies.set(number, (frequencies.get(number) ?? 0) + weight);
        }
      }
    };
    add(readTerms(content.title), titleWeight);
    for (const text of [content.category, ...content.queries, content.text]) add(readTerms(text), 1);
    for (const [term, frequency] of frequencies) counts.push(term, article, frequency);
  }
  return { articleCount: articles.length, termNumbers, kinds, ...(await group(counts, kinds, lengths, takeTurn)) };
}

/** Sorts what was counted article by article into lists term by term, by counting (nothing is compared). */
async function group(
  counts: Growing,
  kinds: readonly TermKind[],
  lengths: ReadonlyMap<TermKind, Float64Array>,
  takeTurn: () => Promise<void>,
): Promise<Pick<Postings, 'starts' | 'articles' | 'rates'>> {
  const means = new Map(Array.from(lengths, ([kind, values]) => [kind, mean(values)]));
  const starts = new Uint32Array(kinds.length + 1);
  for (let entry = 0; entry < counts.length; entry += 1) {
    const after = (counts.terms[entry] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 0; term < kinds.length; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const articles = new Uint32Array(counts.length);
  const rates = new Float32Array(counts.length);
  for (let entry = 0; entry < counts.length; entry += 1) {
    if (entry % 10_000 === 0) await takeTurn();
    const term = counts.terms[entry] ?? 0;
    const article = counts.articles[entry] ?? 0;
    const kind = kinds[term] ?? 'word';
    const length = (lengths.get(kind)?.[article] ?? 0) / (means.get(kind) || 1);
    const frequency = counts.frequencies[entry] ?? 0;
    const place = next[term] ?? 0;
    next[term] = place + 1;
    articles[place] = article;
    rates[place] = (frequency * highestRate) / (frequency + saturation * (1 - lengthPenalty + lengthPenalty * length));
  }
  return { starts, articles, rates };
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Three columns that grow together. Twenty thousand articles have ten million rows: objects would not fit. */
class Growing {
  length = 0;
  terms = new Uint32Array(1_024);
  articles = new Uint32Array(1_024);
  frequencies = new Float32Array(1_024);

  push(term: number, article: number, frequency: number): void {
    if (this.length === this.terms.length) {
      this.terms = widened(this.terms, new Uint32Array(this.length * 2));
      this.articles = widened(this.articles, new Uint32Array(this.length * 2));
      this.frequencies = widened(this.frequencies, new Float32Array(this.length * 2));
    }
    this.terms[this.length] = term;
    this.articles[this.length] = article;
    this.frequencies[this.length] = frequency;
    this.length += 1;
  }
}

function widened<Values extends Uint32Array | Float32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
