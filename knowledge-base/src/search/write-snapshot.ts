import type { Postings } from './collect-postings';
import { isCommonTerm } from './common-words';
import { rateToStep } from './rate-steps';
import { aligned, preambleLength, type SnapshotHeader, snapshotFormat } from './snapshot-format';
import { takeTurns } from './take-turns';

/** Packs an index into bytes that are searched as they are (`snapshot-format` has the layout). */
export async function writeSnapshot(postings: Postings, articles: readonly string[]): Promise<Uint8Array> {
  const { termNumbers } = postings;
  const takeTurn = takeTurns();
  const hashes = Float64Array.from(termNumbers.keys()).sort();
  const begins = new Uint32Array(hashes.length + 1);
  const lists = new Bytes();
  for (const [place, hash] of hashes.entries()) {
    if (place % 1_000 === 0) await takeTurn();
    begins[place] = lists.length;
    writeList(lists, postings, termNumbers.get(hash) ?? 0, isCommonTerm(hash));
  }
  begins[hashes.length] = lists.length;

  const header: SnapshotHeader = { articles: [...articles], termCount: hashes.length };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const hashesAt = aligned(preambleLength + headerBytes.length);
  const beginsAt = hashesAt + hashes.byteLength;
  const listsAt = beginsAt + begins.byteLength;
  const snapshot = new Uint8Array(listsAt + lists.length);
  const preamble = new DataView(snapshot.buffer);
  preamble.setUint32(0, snapshotFormat, true);
  preamble.setUint32(4, headerBytes.length, true);
  snapshot.set(headerBytes, preambleLength);
  snapshot.set(new Uint8Array(hashes.buffer), hashesAt);
  snapshot.set(new Uint8Array(begins.buffer), beginsAt);
  snapshot.set(lists.written(), listsAt);
  return snapshot;
}

/**
 * Pieces and beginnings that more articles share than this tell little and would take most of the time and space. With
 * fewer articles than this there is none.
 */
const longestList = 2_000;

function writeList(lists: Bytes, { starts, articles, rates, kinds }: Postings, term: number, isCommon: boolean): void {
  const start = starts[term] ?? 0;
  const all = starts[term + 1] ?? 0;
  const isLeftOut = all - start > longestList && (kinds[term] === 'gram' || kinds[term] === 'prefix');
  const end = isLeftOut ? start : all;
  lists.pushNumber((end - start) * 2 + (isCommon ? 1 : 0));
  let before = 0;
  for (let entry = start; entry < end; entry += 1) {
    const article = articles[entry] ?? 0;
    lists.pushNumber(article - before);
    lists.push(rateToStep(rates[entry] ?? 0));
    before = article;
  }
}

class Bytes {
  length = 0;
  private bytes = new Uint8Array(65_536);

  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  pushNumber(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.push(rest);
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
