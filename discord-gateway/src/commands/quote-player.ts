/**
 * What a player wrote, for a message that others read: one line of code, in which Discord draws no mention, link, emoji
 * or markdown. Marks that turn the direction of the text around it are left out.
 */
export function quotePlayer(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('`', 'ˋ')
    .trim();
  return `\`${line === '' ? '…' : line}\``;
}
