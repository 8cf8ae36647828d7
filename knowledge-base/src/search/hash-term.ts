import { type TermKind, termKinds } from './term-kinds';

/**
 * A number of 53 bits for a term, so that an index needs no strings. With a million terms the chance that any two
 * share one is 1 in 18,000. The mixing is that of cyrb53 (public domain, bryc).
 */
export function hashTerm(kind: TermKind, term: string): number {
  const seed = termKinds.indexOf(kind);
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let position = 0; position < term.length; position += 1) {
    const unit = term.charCodeAt(position);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
