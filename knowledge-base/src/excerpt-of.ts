/** About two lines of a card. In UTF-16 units. */
const defaultLength = 160;

/**
 * The beginning of an article in plain words: Markdown marks are taken out, headings skipped, and the cut falls
 * between words.
 */
export function excerptOf(markdown: string, maxLength = defaultLength): string {
  const plain = markdown
    .replace(/^#{1,6} .*$/gm, ' ')
    .replace(/!\[[^[\]]*\]\([^)]{0,2000}\)/g, ' ')
    .replace(/\[([^[\]]*)\]\([^)]{0,2000}\)/g, '$1')
    .replace(/^[^\S\n]*(?:[-*+>]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const whole = lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${whole.replace(/[\s,;:.–-]+$/, '')}…`;
}
