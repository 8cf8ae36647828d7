/**
 * Puts a word of `known` in place of one that differs by a single slip of the finger: two letters swapped, one missing,
 * one too many or a wrong one, never the first. Words of four letters are only mended where two are swapped.
 */
export function mendSlips(text: string, known: readonly string[], realWords: ReadonlySet<string>): string {
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 4 || known.includes(word) || realWords.has(word)) return word;
      return known.find((meant) => isSlip(word, meant)) ?? word;
    })
    .join(' ');
}

function isSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === meant[start]) start += 1;
  let end = 0;
  while (end < Math.min(word.length, meant.length) - start && word.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const left = word.slice(start, word.length - end);
  const right = meant.slice(start, meant.length - end);
  const isSwap = left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2;
  return isSwap || (meant.length > 4 && left.length <= 1 && right.length <= 1);
}
