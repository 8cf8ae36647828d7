/**
 * The name to make initials of. Paste takes the first UTF-16 unit of each word, which halves an emoji and shows a mark
 * of direction or a combining mark alone: only letters and digits are left, and a name of none of them is a dot.
 */
export function initialsName(name: string): string {
  const words = name.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.map((word) => word.charAt(0)).filter((letter) => !/[\ud800-\udfff]/.test(letter));
  return initials.length === 0 ? '·' : [initials[0], ...initials.slice(1).slice(-1)].join(' ');
}
