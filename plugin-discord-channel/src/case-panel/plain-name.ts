/** More marks on one letter than any language puts there. */
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;
/** Marks that turn the direction of what follows, line ends, and other control characters. */
const invisible = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cc}\u2028\u2029]/gu;

/** A player's name as it is shown to agents: nothing in it reaches beyond itself, neither sideways nor up and down. */
export function plainName(name: string): string {
  const plain = name.replace(invisible, '').replace(pileOfMarks, '$1').trim();
  return plain === '' ? '?' : plain;
}
