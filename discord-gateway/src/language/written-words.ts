/** What is no language in a message: links, code, Discord's mentions, custom emoji and timestamps, `:emoji:` names. */
const notWords = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]*`/g,
  /\bhttps?:\/\/\S+/gi,
  /<[@#:/at][^<>\n]{0,120}>/g,
  /:[a-z0-9_]{2,32}:/gi,
  // Codes, versions, addresses: whatever Latin has a digit or an "@" in it.
  /[\w.+-]*[\d@][\w.@+-]*/g,
];

/** Longer texts tell no more, and a player may send 4,000 characters. In UTF-16 units. */
const longest = 600;

/** The words of a message in normal form (full-width Latin and half-width kana become the usual ones), one space between. */
export function writtenWords(text: string): string {
  let words = text.slice(0, longest).normalize('NFKC');
  for (const pattern of notWords) words = words.replace(pattern, ' ');
  return words
    .replace(/[’`´]/g, "'")
    .replace(/[^\p{L}\p{M}']+/gu, ' ')
    .trim();
}
