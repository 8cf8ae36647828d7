/**
 * Number of the layout below and of everything that decides what is in it (how texts are taken apart, how terms are
 * rated). Whoever changes one raises it: a process never reads an index of another format.
 *
 * A snapshot is little-endian: two 32-bit numbers (this format, length of the header in bytes), the header as JSON,
 * zeros up to a multiple of 8, the hashes of all terms in ascending order (float64 each), where each term's list
 * begins (uint32 each, and one more: the end), and the lists. A list is the number of its entries, twice, plus one if
 * the term is common (no entries: too many share it, it is left out of account); then for each entry the distance to the article before and a byte for the rate (`rate-steps`).
 * Numbers in lists have 7 bits to a byte, the lowest first, the eighth bit says that more follow.
 */
export const snapshotFormat = 1;

export interface SnapshotHeader {
  /** Ids of the articles, in the order of their numbers. */
  articles: string[];
  termCount: number;
}

/** Bytes before the header. */
export const preambleLength = 8;

/** The next multiple of 8, where numbers of 8 bytes may begin. */
export function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
