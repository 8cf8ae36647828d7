import { highestRate } from './collect-postings';
import { isCommonTerm } from './common-words';
import { type ConfidenceModel, type ConfidenceSigns, estimateConfidence, fittedModel } from './estimate-confidence';
import { hashTerm } from './hash-term';
import { rateOfStep } from './rate-steps';
import { readTerms } from './read-terms';
import { aligned, preambleLength, type SnapshotHeader, snapshotFormat } from './snapshot-format';
import { termKinds } from './term-kinds';
import { termWeight } from './term-weight';

export interface ArticleMatch {
  /** The article's id. */
  id: string;
  /** Share of the question's weight that the article answers to. Comparable within one search only. */
  score: number;
}

export interface SearchResult {
  /** The articles that have something to do with the question, best first. None is an honest answer. */
  matches: ArticleMatch[];
  /** The chance that the best match is the right article: 0 to 1, calibrated. */
  confidence: number;
  /** The chance that there is a right article at all: 0 to 1, calibrated. */
  answerable: number;
}

export interface SearchIndex {
  articleCount: number;
  /** Searches; takes a few milliseconds with 20,000 articles. */
  search(question: string, limit: number): SearchResult;
  /** What the confidence is estimated from; undefined if nothing matches. For calibrating. */
  signsOf(question: string): ConfidenceSigns | undefined;
}

/** The bytes are not an index of this release's format. Build it anew. */
export class SnapshotFormatError extends Error {
  readonly code = 'unknown-snapshot-format';
}

/** A question is a few sentences. What is beyond would only cost time; players may send 2,000 characters. In UTF-16 units. */
const longestQuestion = 1_000;

/**
 * Opens an index that `writeSnapshot` packed. The bytes are kept and searched as they are: nothing is unpacked.
 * @param model how confidence follows from its signs; the fitted one, but for those who fit another.
 * @throws SnapshotFormatError
 */
export function openSearchIndex(snapshot: Uint8Array, model: ConfidenceModel = fittedModel): SearchIndex {
  // Numbers of 8 bytes can only be read where they are aligned.
  const bytes = snapshot.byteOffset % 8 === 0 ? snapshot : snapshot.slice();
  const { header, hashesAt } = readHeader(bytes);
  const beginsAt = hashesAt + header.termCount * 8;
  const listsAt = beginsAt + (header.termCount + 1) * 4;
  const tables: Tables = {
    articles: header.articles,
    hashes: new Float64Array(bytes.buffer, bytes.byteOffset + hashesAt, header.termCount),
    begins: new Uint32Array(bytes.buffer, bytes.byteOffset + beginsAt, header.termCount + 1),
    lists: bytes.subarray(listsAt),
  };
  return {
    articleCount: header.articles.length,
    search(question, limit) {
      const scored = score(tables, question);
      const best = bestOf(scored.scores, limit);
      const signs = toSigns(scored, bestOf(scored.scores, 2));
      const matches = best.map(({ article, score }) => ({ id: tables.articles[article] ?? '', score }));
      return { matches, ...estimateConfidence(signs, model) };
    },
    signsOf(question) {
      const scored = score(tables, question);
      return toSigns(scored, bestOf(scored.scores, 2));
    },
  };
}

interface Tables {
  articles: readonly string[];
  hashes: Float64Array;
  begins: Uint32Array;
  lists: Uint8Array;
}

interface Scored {
  /** By article; 0 to about 1. */
  scores: Float64Array;
  /** By article: the weight of the question's terms that it has, whatever the rate; of 1. */
  covered: Float64Array;
  wordCount: number;
}

interface Best {
  article: number;
  score: number;
}

function readHeader(bytes: Uint8Array): { header: SnapshotHeader; hashesAt: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = bytes.byteLength < preambleLength ? undefined : view.getUint32(0, true);
  if (format !== snapshotFormat) {
    throw new SnapshotFormatError(
      `A search index of format ${format} cannot be read: this release has ${snapshotFormat}.`,
    );
  }
  const end = preambleLength + view.getUint32(4, true);
  const header: SnapshotHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(preambleLength, end)));
  return { header, hashesAt: aligned(end) };
}

function score(tables: Tables, question: string): Scored {
  const articleCount = tables.articles.length;
  const scores = new Float64Array(articleCount);
  const covered = new Float64Array(articleCount);
  const terms = readTerms(question.slice(0, longestQuestion));
  let mass = 0;
  for (const kind of termKinds) {
    for (const term of new Set(terms[kind])) {
      const hash = hashTerm(kind, term);
      const place = placeOf(tables.hashes, hash);
      if (place < 0) {
        mass += termWeight({ kind, articlesWithIt: 0, articleCount, isCommon: isCommonTerm(hash) });
        continue;
      }
      const { articlesWithIt, isCommon, position } = readListHead(tables, place);
      if (articlesWithIt === 0) continue;
      const weight = termWeight({ kind, articlesWithIt, articleCount, isCommon });
      mass += weight;
      addList(tables.lists, { position, articlesWithIt, weight, scores, covered });
    }
  }
  for (let article = 0; article < articleCount; article += 1) {
    scores[article] = (scores[article] ?? 0) / (mass * highestRate || 1);
    covered[article] = (covered[article] ?? 0) / (mass || 1);
  }
  return { scores, covered, wordCount: terms.word.length };
}

/** Binary search. Below 0: not there. */
function placeOf(hashes: Float64Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = hashes[middle] ?? 0;
    if (there === hash) return middle;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

interface ListHead {
  /** 0: so many that the list was left out. */
  articlesWithIt: number;
  isCommon: boolean;
  /** Where the first entry begins. */
  position: number;
}

function readListHead({ begins, lists }: Tables, place: number): ListHead {
  let position = begins[place] ?? 0;
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = lists[position] ?? 0;
    position += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return { articlesWithIt: value >>> 1, isCommon: (value & 1) === 1, position };
  }
}

/** The innermost loop: a question comes by a hundred thousand entries and more. */
function addList(
  lists: Uint8Array,
  list: { position: number; articlesWithIt: number; weight: number; scores: Float64Array; covered: Float64Array },
): void {
  const { articlesWithIt, weight, scores, covered } = list;
  let { position } = list;
  let article = 0;
  for (let entry = 0; entry < articlesWithIt; entry += 1) {
    let byte = lists[position++] as number;
    let distance = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = lists[position++] as number;
      distance |= (byte & 127) << shift;
    }
    article += distance;
    const rate = rateOfStep[lists[position++] as number] as number;
    scores[article] = (scores[article] as number) + weight * rate;
    covered[article] = (covered[article] as number) + weight;
  }
}

/** The highest scores above 0, the highest first; of equal ones the article with the lower number. */
function bestOf(scores: Float64Array, limit: number): Best[] {
  const best: Best[] = [];
  for (let article = 0; article < scores.length; article += 1) {
    const value = scores[article] ?? 0;
    const last = best.at(-1);
    if (value <= 0 || limit === 0 || (best.length === limit && last && value <= last.score)) continue;
    if (best.length === limit) best.pop();
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < value) place -= 1;
    best.splice(place, 0, { article, score: value });
  }
  return best;
}

/** How much a better score must be to stand out, when the best is compared with all others. */
const steepness = 12;

function toSigns({ scores, covered, wordCount }: Scored, [best, second]: readonly Best[]): ConfidenceSigns | undefined {
  if (!best) return undefined;
  let sum = 0;
  for (let article = 0; article < scores.length; article += 1) {
    sum += Math.exp(steepness * ((scores[article] ?? 0) - best.score));
  }
  return {
    margin: 1 - (second?.score ?? 0) / best.score,
    standsOut: -Math.log(sum),
    covered: covered[best.article] ?? 0,
    articles: Math.log(scores.length),
    words: Math.log(1 + wordCount),
  };
}
